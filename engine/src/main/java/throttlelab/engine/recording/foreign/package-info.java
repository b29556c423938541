/// Answers of other systems: what vLLM, llama.cpp, SGLang or a hosted service printed about the tokens they chose, and
/// our own recordings in the same shape, so that they can be laid beside each other.
///
/// A server prints its log-probabilities as decimals. What it computed cannot be had back from them with certainty, so
/// they are kept as they are printed, to the last character, and nothing here speaks of bits.
package throttlelab.engine.recording.foreign;
