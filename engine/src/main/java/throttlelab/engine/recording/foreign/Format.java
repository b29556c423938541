package throttlelab.engine.recording.foreign;

/// What a file of answers is like.
public enum Format {

    /// `choices[].logprobs.content[]` with `token`, `logprob`, `bytes`, `top_logprobs`.
    CHAT("OpenAI chat completions", "\"logprobs\": true"),

    /// `choices[].logprobs` with `tokens`, `token_logprobs`, `text_offset`, `top_logprobs`.
    COMPLETIONS("OpenAI completions, as vLLM gives them", "\"logprobs\": 1"),

    /// `completion_probabilities[]` with `id`, `token`, `bytes`, `logprob`, `top_logprobs`.
    LLAMA_CPP("llama.cpp /completion", "\"n_probs\": 1"),

    /// `completion_probabilities[]` with `content` and `probs[]` of `tok_str` and `prob`.
    LLAMA_CPP_OLD("llama.cpp /completion before December 2024", "\"n_probs\": 1"),

    /// A recording of ours, or a profile of a result.
    OWN("Throttle Lab", "");

    private final String title;
    private final String request;

    Format(String title, String request) {
        this.title = title;
        this.request = request;
    }

    /// Its name for eyes.
    public String title() {
        return title;
    }

    /// What to write into a request so that the answer has log-probabilities.
    String request() {
        return request;
    }
}
