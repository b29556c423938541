/// How a number is computed, to the bit.
///
/// # The contract on numbers, version `throttlelab-numerics-1`
///
/// From this page a stranger can write the forward pass in any language and get the same log-probability bits. All
/// arithmetic is IEEE 754 binary32 (fp32), every operation rounded to nearest, ties to even, denormals kept. `fma(a, b, c)`
/// is a · b + c rounded once. Where an expression is written with parentheses or from left to right, it is computed so.
/// Nothing is reassociated, contracted or vectorised along a sum; across independent results anything goes.
/// [throttlelab.engine.numerics.ScalarKernels] is this page in Java.
///
/// ## 1. Model
///
/// The checkpoint is a Hugging Face directory of the Qwen3-MoE architecture. Names below are those of `config.json`:
/// H = `num_attention_heads`, G = `num_key_value_heads`, d = `head_dim`, E = `num_experts`, K = `num_experts_per_tok`,
/// M = `moe_intermediate_size`; 8 divides H and M, 2 divides d, G divides H. What is missing there has Hugging Face's
/// default; fractions are read as doubles.
///
/// Weights lie in `safetensors` files; bfloat16 and fp16 widen exactly to fp32. A matrix is `[outputs][inputs]`,
/// row-major. A weight goes by the telling part of its name: `q_proj` stands for `model.layers.0.self_attn.q_proj.weight`
/// and so on, `gate_proj` for `model.layers.0.mlp.experts.0.gate_proj.weight` and so on.
///
/// A prompt is the begin token (`bos_token_id`, if there is one) followed by its text's tokens, as `tokenizer.json`
/// gives them. The logits at its last position choose the first new token; each new token is read at the position
/// after. Decoding is greedy; an end token does not stop it.
///
/// The model has **eight slices** by definition, s = 0 … 7, whoever computes them: slice s of attention is query heads
/// s·H/8 … (s+1)·H/8 − 1; slice s of an expert is its hidden units s·M/8 … (s+1)·M/8 − 1. Query head h attends to
/// key-value head ⌊h · G / H⌋.
///
/// ## 2. Chains
///
/// A matrix product computes every output as one chain over the input index, ascending:
///
///     y[o] = c where c = 0.0; for i = 0, 1, …: c = fma(x[i], w[o][i], c)
///
/// A *sum* of a₀, a₁, … is `((0.0 + a₀) + a₁) + …`, ascending, plain additions.
///
/// ## 3. Forward pass of a token t at position p (from 0)
///
///     x = row t of embed_tokens
///     for each layer:
///         h = rmsnorm(x, input_layernorm)
///         for s = 0 … 7:  a_s = attention slice s of h          (section 5)
///         x = ((x + a_0) + a_1) … + a_7                          element by element
///         h = rmsnorm(x, post_attention_layernorm)
///         for s = 0 … 7:  m_s = expert slice s of h              (section 6)
///         x = ((x + m_0) + m_1) … + m_7
///     h = rmsnorm(x, norm)
///     logits = product of h with lm_head (embed_tokens if tied)   (section 7)
///
/// **rmsnorm(x, w)** over n values, epsilon = `rms_norm_eps` rounded to fp32: sixteen chains, for i = 0 … n − 1
/// `q[i mod 16] = fma(x[i], x[i], q[i mod 16])`, beginning at 0.0; folded in the tree `q[j] = q[j] + q[j+8]` for j < 8, then
/// `q[j] + q[j+4]` for j < 4, `q[j] + q[j+2]` for j < 2, `q[0] + q[1]`. With `mean = q[0] / n` and
/// `r = 1.0 / sqrt(mean + epsilon)` (square root correctly rounded), `out[i] = (x[i] · r) · w[i]`.
///
/// ## 4. Exponential and logarithm
///
/// Hexadecimal floating-point constants, all fp32.
///
/// **exp(x)**: NaN gives NaN; x > 0x1.62e42ep6 gives +infinity; x < −0x1.9fe368p6 gives 0.0; else
///
///     t = fma(x, 0x1.715476p0, 0x1.8p23)           log2(e); 0x1.8p23 rounds to an integer
///     n = t − 0x1.8p23
///     k = bits(t) − 0x4B400000                      the same integer, as an integer
///     r = fma(n, −0x1.63p-1, x)                     ln 2, high part
///     r = fma(n,  0x1.bd0106p-13, r)                ln 2, low part: the exact remainder is negative
///     p = fma(0x1.a01a02p-13, r, 0x1.6c16c2p-10)    1/7!, 1/6!
///     p = fma(p, r, 0x1.111112p-7)                  1/5!
///     p = fma(p, r, 0x1.555556p-5)                  1/4!
///     p = fma(p, r, 0x1.555556p-3)                  1/3!
///     p = fma(p, r, 0x1p-1)
///     p = fma(p, r, 1.0)
///     p = fma(p, r, 1.0)
///     j = ⌊k / 2⌋                                   arithmetic shift right by one
///     exp = (p · 2^j) · 2^(k − j)                   each power of two an exact fp32 number
///
/// **log(x)** for x ≥ 1 (any positive normal number will do):
///
///     b = bits(x) − 0x3F3504F3                      as 32-bit integers
///     e = ⌊b / 2^23⌋                                arithmetic shift right by 23, then to fp32
///     m = number with bits (b and 0x007FFFFF) + 0x3F3504F3
///     f = m − 1.0
///     s = f / (2.0 + f)
///     z = s · s
///     p = fma(z, 0x1.c71c72p-4, 0x1.24924ap-3)      1/9, 1/7
///     p = fma(z, p, 0x1.99999ap-3)                  1/5
///     p = fma(z, p, 0x1.555556p-2)                  1/3
///     q = z · p
///     u = s + s
///     y = fma(u, q, u)
///     log = fma(e, 0x1.63p-1, fma(e, −0x1.bd0106p-13, y))
///
/// **softmax** of a row: subtract its maximum from each value, exp of each, their sum, each divided by the sum.
///
/// ## 5. Attention slice
///
/// For each query head of the slice, q = product of h with the head's rows of `q_proj`; k and v likewise for its
/// key-value head. Then q = rotate(rmsnorm(q, `q_norm`), p) and k = rotate(rmsnorm(k, `k_norm`), p); v stays as it is.
///
/// **rotate(x, p)**, half rotation: for i < d/2 with a = x[i], b = x[i + d/2]:
///
///     x[i]       = (a · cos) − (b · sin)
///     x[i + d/2] = (b · cos) + (a · sin)            two products, then one subtraction or addition; no fma
///
/// cos and sin are the cosine and sine of the angle p · (1 / θ^(2i/d)), θ = `rope_theta`: power, division, product, cosine
/// and sine in double, rounded to fp32 at the very end. Power, cosine and sine are those of fdlibm (Java's `StrictMath`).
/// For the shipped model (θ = 10000, d = 64, 512 positions) any library will do whose θ^0 is 1 and whose other powers,
/// cosines and sines are within 2 ulps (of double) of fdlibm's: the table comes out the same, and no cosine or sine lies
/// within 7500 ulps of where its rounding would change. Another model may have closer calls.
///
/// For positions j = 0 … p, with this layer's k_j and v_j of each: `score[j] = (chain of q[i] · k_j[i] over i = 0 … d − 1) · c`
/// with c = 1/√d, computed in double and rounded once. Softmax over the scores gives weights. `context[i]` = chain of
/// `weight[j] · v_j[i]` over j = 0 … p from 0.0.
/// The contexts of the slice's heads, in head order, are multiplied with the same columns of `o_proj`: `a_s[o]` = chain
/// over the slice's H/8 · d columns, ascending, from 0.0.
///
/// ## 6. Router and expert slice
///
/// `probability` = softmax over all E products of h with `mlp.gate`. The K greatest are taken; ties go to the lower
/// index. Their router weights are their probabilities; with `norm_topk_prob`, each divided by the sum of the K, taken in
/// ascending order of expert. For each expert taken, in ascending order of its index, with weight w:
///
///     g = product of h with the slice's rows of gate_proj;  u = the same of up_proj
///     y[i] = (g[i] / (1.0 + exp(−g[i]))) · u[i]
///     z[o] = chain of y[i] · down_proj[o][i] over the slice's M/8 columns, ascending, from 0.0
///     term[o] = z[o] · w
///
/// `m_s` = the first expert's term, plus the second's, and so on: plain additions, from left to right.
///
/// ## 7. Choice
///
/// The token is the greatest logit; ties go to the lower index, and zeros of either sign tie. With max that logit and S
/// the sum over the whole vocabulary, ascending, of exp(logit − max):
/// `log-probability = ((max − max) − log(S)) + 0.0`. (Zero is +0.0. A NaN ends the run.) Bits are compared as Java's
/// `floatToIntBits`.
///
/// ## 8. Known answers
///
/// Bits in hex; a libm's `expf` and `logf` would miss the first and the last of the functions:
///
///     exp(−6) = 3b22728f        exp(−103) = 00000001        log(47) = 407668d2
///
/// Of the shipped model: the prompt 1022, 739, 738, 11 is followed by 259 (bd156217), 268 (bff9fc6a), 84 (bf2a4f2b) and
/// 283 (bd9378e6). Its cosines and sines as bytes, for each position and each i the cosine and then the sine, both
/// little-endian, have the SHA-256
/// 2fb78618fcee97e0e586dc2f4c59008e0b73c89ea6704f0cb8503d2956fd056e.
///
/// ## What may vary
///
/// Batch size, number of workers, partition, SIMD width, compiler, garbage collector, machine, and how long anyone
/// takes: none of them appears above. Change this page in any way that could change a bit, and the version changes.
package throttlelab.engine.numerics;
