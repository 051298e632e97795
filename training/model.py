"""The reader: one encoder, cut in two.

The lower layers of e5-small stay as they are and run apart over question and passage, so that a passage is read once and its states
are kept (KEPT numbers of 4 bits a token). Two copies of the upper layers are trained: `Vectors` reads a text alone and gives the vector by which
candidates are found; `Reader` reads question and passage together and says whether the passage answers.
"""
import torch
import torch.nn.functional as F
from torch import nn

SPLIT = 8  # layers that run apart
KEPT = 144  # numbers of 4 bits kept of each token of a passage: 128 tokens are 9.2 kB
LEVELS = (-8, 7)  # what 4 bits hold
STEPS = 3.0  # levels a standard deviation
LONGEST_PASSAGE, LONGEST_QUESTION = 144, 48  # in tokens, with the two that frame a text
TITLE = 90  # characters of a title that are read
START, PAD, END = 0, 1, 2


class Layer(nn.Module):
    """One layer of BERT: attention and a feed-forward net, each added and then normalised."""

    def __init__(self, sizes):
        super().__init__()
        hidden, inner, epsilon = sizes["hidden"], sizes["inner"], sizes["epsilon"]
        self.heads = sizes["heads"]
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.ao = nn.Linear(hidden, hidden)
        self.aln = nn.LayerNorm(hidden, eps=epsilon)
        self.fi = nn.Linear(hidden, inner)
        self.fo = nn.Linear(inner, hidden)
        self.oln = nn.LayerNorm(hidden, eps=epsilon)

    def load(self, tensors, layer):
        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([tensors[f"{layer}.{part}.w"] for part in "qkv"]))
            self.qkv.bias.copy_(torch.cat([tensors[f"{layer}.{part}.b"] for part in "qkv"]))
            for part in ("ao", "fi", "fo", "aln", "oln"):
                getattr(self, part).weight.copy_(tensors[f"{layer}.{part}.w"])
                getattr(self, part).bias.copy_(tensors[f"{layer}.{part}.b"])
        return self

    def forward(self, x, mask, drop=None):
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        # In plain steps: with torch's fused attention a training step takes half as long again, its backward pass is slow on a processor.
        scores = (q * (hidden // self.heads) ** -0.5) @ k.transpose(2, 3)
        scores = scores.float() + (1 - mask[:, None, None, :].float()) * -1e4
        seen = torch.softmax(scores, 3).to(v.dtype) @ v
        seen = self.ao(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.aln(x + dropped(seen, drop))
        return self.oln(x + dropped(self.fo(F.gelu(self.fi(x))), drop))


def dropped(x, share):
    return F.dropout(x, share) if share else x


def layers_of(sizes, tensors, first, last):
    return nn.ModuleList([Layer(sizes).load(tensors, layer) for layer in range(first, last)])


def run(layers, x, mask, drop=None):
    for layer in layers:
        x = layer(x, mask, drop)
    return x


def mean(x, mask):
    """(batch, length, hidden) and (batch, length) → (batch, hidden): the mean of what the mask keeps."""
    mask = mask.to(x.dtype)
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)


class Lower(nn.Module):
    """Tokens → states after SPLIT layers. Never trained."""

    def __init__(self, sizes, tensors, ids):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(tensors["word"][ids].clone())
        self.place = nn.Parameter(tensors["place"] + tensors["type"][0])
        self.norm = nn.LayerNorm(sizes["hidden"], eps=sizes["epsilon"])
        with torch.no_grad():
            self.norm.weight.copy_(tensors["norm.w"])
            self.norm.bias.copy_(tensors["norm.b"])
        self.layers = layers_of(sizes, tensors, 0, SPLIT)

    def forward(self, ids, mask):
        return run(self.layers, self.norm(self.word(ids) + self.place[: ids.shape[1]]), mask)


class Vectors(nn.Module):
    """States of a text → its unit vector."""

    def __init__(self, sizes, tensors):
        super().__init__()
        self.layers = layers_of(sizes, tensors, SPLIT, sizes["layers"])

    def forward(self, states, mask, drop=None):
        return F.normalize(mean(run(self.layers, states, mask, drop).float(), mask), dim=1)


class Reader(nn.Module):
    """States of a question and of a passage → how far the passage answers (0: as likely as not that none does), and for each
    token of the passage how far it carries the answer.

    Begins as a sum of cosines and learns what departs from it: a head that begins anywhere else learns nothing in an hour.
    """

    def __init__(self, sizes, tensors):
        super().__init__()
        hidden = sizes["hidden"]
        self.down = nn.Linear(hidden, KEPT)
        self.up = nn.Linear(KEPT, hidden)
        self.layers = layers_of(sizes, tensors, SPLIT, sizes["layers"])
        self.side = nn.Parameter(torch.zeros(2, hidden))
        self.token = nn.Linear(hidden, 1)
        self.mix = nn.Linear(5 * hidden + 4, hidden)
        self.out = nn.Linear(hidden, 1)
        nn.init.zeros_(self.token.weight)
        nn.init.zeros_(self.token.bias)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        # Cosines of this model lie near .85; the weights make a difference of .05 count one.
        self.weight = nn.Parameter(torch.tensor([20.0, 5.0, 5.0, 20.0]))
        self.offset = nn.Parameter(torch.tensor(0.0))

    def start(self, states):
        """Begins with the principal components of some states (tokens, hidden), each of deviation 1."""
        middle = states.mean(0)
        _, size, axes = torch.linalg.svd(states - middle, full_matrices=False)
        deviation = size[:KEPT] / len(states) ** 0.5
        with torch.no_grad():
            self.down.weight.copy_(axes[:KEPT] / deviation[:, None])
            self.down.bias.copy_(-(axes[:KEPT] @ middle) / deviation)
            self.up.weight.copy_(axes[:KEPT].T * deviation)
            self.up.bias.copy_(middle)

    def keep(self, states):
        """What is kept of a passage's states: (…, hidden) → (…, KEPT) whole numbers within LEVELS."""
        exact = self.down(states) * STEPS
        return exact + (exact.detach().round().clamp(*LEVELS) - exact.detach())

    def forward(self, question, question_mask, kept, kept_mask, body_mask, cosine, drop=None):
        asked = question.shape[1]
        x = torch.cat([question + self.side[0], self.up(kept / STEPS) + self.side[1]], 1)
        x = run(self.layers, x, torch.cat([question_mask, kept_mask], 1), drop).float()
        q, p = x[:, :asked], x[:, asked:]
        q1, p1 = mean(q, question_mask), mean(p, kept_mask)
        near = F.normalize(q, dim=2) @ F.normalize(p, dim=2).transpose(1, 2)
        near = near.masked_fill(body_mask[:, None, :] == 0, -1.0)
        best = near.max(2).values
        weight = question_mask.float()
        best = (best * weight).sum(1) / weight.sum(1)
        # Where in the passage the answer is: learned through what it is good for.
        asked_mean = (near * weight[..., None]).sum(1) / weight.sum(1, keepdim=True)
        token = self.token(p).squeeze(-1) + 20 * asked_mean
        token = token.masked_fill(body_mask == 0, -1e4)
        a1 = (torch.softmax(token, 1)[..., None] * p).sum(1)
        cosines = torch.stack([F.cosine_similarity(q1, p1), best, F.cosine_similarity(q1, a1), cosine], 1)
        features = torch.cat([q1, p1, a1, q1 * a1, (q1 - a1).abs(), cosines], 1)
        score = (cosines * self.weight).sum(1) + self.offset + self.out(torch.tanh(self.mix(features))).squeeze(-1)
        return score, token
