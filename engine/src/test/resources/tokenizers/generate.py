"""Writes the tokenizers of this folder and what Hugging Face's own library makes of texts that are hard to split.

    pip install tokenizers==0.22.2
    python3 generate.py ../../../../../samples/fractalmoe-30m/tokenizer.json
"""
import json
import random
import sys

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

PATTERN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*"
           r"|\s*[\r\n]+|\s+(?!\S)|\s+")
CORPUS = ["The quick brown fox doesn't wait; they'll say it's late, won't they? 1234567 times!",
          "Die schnelle Füchsin wartet nicht, größer, später, über 2024 Brücken.", "Les élèves préfèrent l'été à l'hiver.",
          "Быстрая лиса ждёт у реки и считает до 100.", "快い狐は川で待つ。 東京 東京 東京", "def f(x):\n    return x + 1\n\n\n    # done\n",
          "🙂🙂🙂 👩‍🚀 ok", "    indented\n        more\n\tand tabs\r\n"] * 4
TEXTS = ["", "a", " ", "  ", "   a", "a   ", "\n", "\r\n\r\n", " \n \n x", "\t\tx", "Hello, world!", "it's IT'S It'Ll we'VE I'm'm 'd 'ſ x'ſ",
         "a\u00a0b \u00a0 c", "a\u0085b", "a\u2028b\u2029\u3000c", "a\u200bb\u180ec", "a\x1cb\x1d\x1e \x1f c", "x\x0by\x0cz", "\ufeffbom",
         "١٢٣ ⅻ ² ½ 12345678", "𝒜𝒷𝒸 𝟙𝟚", "e\u0301te\u0301 \u1e9b\u0323 \u212b \uac00 \u1100\u1161", "👩‍🚀👍🏽 🇩🇪", "\ue000\uffff\U0010ffff\u0378",
         "नमस्ते दुनिया", "สวัสดี", "漢字かな交じり文。", "mixed漢字and1234رقم", "<|bos|>x<|eos|>", "<|bos", "a<think>b</think>c", " <|im_start|>user\nhi<|im_end|>\n",
         "<|im_start|><|im_start|>", "Caf\u00e9! Cafe\u0301!", "...!!!???\n\n\n", "a'b''c'''d", "http://x.y/z?q=1&r=%20#f", "x = {'a': [1, 2, 3]}\n\treturn",
         "\x00\x01\x7f\x80\xad\xff", "ÀÉÎÕÜ àéîõü ßſ", "  \n  \n  end  ", "tail \n", "a" * 63,
         "The the THE  the\tthe", "東京東京東京"]


def train(digits, **model):
    t = Tokenizer(models.BPE(**model))
    t.normalizer = normalizers.NFC()
    t.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(PATTERN % digits), "isolated"),
                                               pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=400, show_progress=False, special_tokens=[],
                                                      initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    t.add_special_tokens(["<|endoftext|>", "<|im_start|>", "<|im_end|>"])
    t.add_tokens([AddedToken("<think>", normalized=False), AddedToken("</think>", normalized=False), AddedToken("Cafe\u0301!", normalized=True)])
    return t


def write(name, t, change):
    doc = json.loads(t.to_str())
    change(doc)
    with open(name, "w", encoding="utf-8") as f:
        json.dump(doc, f, ensure_ascii=True, indent=0)
    return Tokenizer.from_file(name)


def as_text(doc):
    doc["model"]["merges"] = [" ".join(m) for m in doc["model"]["merges"]]


def whole_words(doc):
    """Words that no merge reaches, found only because merges are ignored; the added tokens make room for them."""
    doc["model"]["ignore_merges"] = True
    words = ["Hello", "a" * 63]
    doc["model"]["vocab"] |= {w: 400 + i for i, w in enumerate(words)}
    for token in doc["added_tokens"]:
        token["id"] += len(words)


def noise(rng):
    ranges = [(0, 0x7f), (0, 0x2ff), (0x300, 0x36f), (0x400, 0x4ff), (0x600, 0x6ff), (0x2000, 0x206f), (0x3040, 0x30ff), (0x4e00, 0x4fff),
              (0xac00, 0xacff), (0x1f300, 0x1f6ff)]
    return "".join(chr(rng.randint(*rng.choice(ranges))) for _ in range(rng.randint(1, 60)))


def main():
    rng = random.Random(45)
    texts = TEXTS + [noise(rng) for _ in range(60)]
    tokenizers = {"shipped": Tokenizer.from_file(sys.argv[1]), "qwen-style.json": write("qwen-style.json", train(""), as_text),
                  "llama-style.json": write("llama-style.json", train("{1,3}"), whole_words)}
    with open("cases.jsonl", "w", encoding="utf-8") as out:
        for name, t in tokenizers.items():
            for text in texts:
                out.write(json.dumps({"tokenizer": name, "text": text, "tokens": t.encode(text, add_special_tokens=False).ids}) + "\n")


if __name__ == "__main__":
    main()
