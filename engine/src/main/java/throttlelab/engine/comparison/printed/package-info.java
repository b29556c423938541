/// What differs between answers that were printed: by servers of others, or by one of them and by us. Tokens are told
/// apart by the best that all answers say of them, log-probabilities as they are printed; that two of them are equal to
/// the bit cannot be seen there, and is never said.
package throttlelab.engine.comparison.printed;
