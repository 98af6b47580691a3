"""Losses in the DSL's words, and their fixtures: value and gradient of the prediction."""

import heapq
import re

import torch
from torch import distributions
from torch.nn import functional

import fixture
from layers import fixture_loss

CLASSES = 4
CLASS_WEIGHTS = [0.5, 1.0, 2.0, 0.25]
WORD_COUNTS = [5.0, 1.0, 3.0, 8.0, 2.0]
PADDING = -1


def cross_entropy(logits, labels):
    """Mean over all labels; logits [batch, (time,) classes]."""
    return functional.cross_entropy(logits.flatten(0, -2), labels.flatten())


def cross_entropy_of_images(logits, labels):
    return functional.cross_entropy(logits, labels)


def cross_entropy_of_probabilities(probabilities, labels):
    return functional.nll_loss(probabilities.log(), labels)


def weighted(logits, labels):
    weights = torch.tensor(CLASS_WEIGHTS, dtype=logits.dtype)
    return functional.cross_entropy(logits, labels, weights, ignore_index=2)


def half_squares(output, target):
    return 0.5 * functional.mse_loss(output, target)


def binary_of_logits(logits, target):
    return functional.binary_cross_entropy_with_logits(logits, target)


def hinge(output, target):
    return (1 - output * target).clamp(min=0).mean()


def divergence(probabilities, target):
    return functional.kl_div(probabilities.log(), target, reduction="batchmean")


def contrastive(distance, same):
    far = (1.5 - distance).clamp(min=0)
    return (0.5 * same * distance**2 + 0.5 * (1 - same) * far**2).mean()


def triplet(output, target):
    return functional.triplet_margin_loss(output[:, 0], output[:, 1], output[:, 2], margin=0.8)


def triplet_hard(output, labels):
    losses = []
    for a in range(len(output)):
        distance = [(output[a] - other).square().sum().sqrt() if i != a else None for i, other in enumerate(output)]
        near = [d for i, d in enumerate(distance) if labels[i] != labels[a]]
        far = [d for i, d in enumerate(distance) if i != a and labels[i] == labels[a]]
        if near and far:
            losses.append((0.8 + max(far) - min(near)).clamp(min=0))
    return torch.stack(losses).mean()


def one_minus_cosine(output, target):
    return (1 - functional.cosine_similarity(output, target, dim=-1)).mean()


def ctc(logits, labels):
    steps = torch.full((len(logits),), logits.shape[1])
    return functional.ctc_loss(logits.log_softmax(2).transpose(0, 1), labels, steps, (labels != 0).sum(1))


def gaussian(output, target):
    means, logarithms = output.chunk(2, dim=-1)
    return functional.gaussian_nll_loss(means, target, (2 * logarithms).exp(), full=True)


def mixture(output, target):
    """Three components; the numbers of one component lie side by side."""
    logits, logarithms, means = output[:, :3], output[:, 3:6], output[:, 6:].unflatten(1, (3, -1))
    deviations = logarithms.exp().unsqueeze(2).expand_as(means)
    parts = distributions.Independent(distributions.Normal(means, deviations), 1)
    return -distributions.MixtureSameFamily(distributions.Categorical(logits=logits), parts).log_prob(target).mean()


def hierarchical(output, labels):
    paths = huffman(WORD_COUNTS)
    total = 0
    for scores, word in zip(output, labels.tolist()):
        total = total - sum(functional.logsigmoid(turn * scores[node]) for node, turn in paths[word])
    return total / len(labels)


def huffman(counts):
    """For each word its inner nodes with 1 for a turn to the right and -1 to the left."""
    heap = [(count, number, [number]) for number, count in enumerate(counts)]
    heapq.heapify(heap)
    paths = [[] for _ in counts]
    for node in range(len(counts) - 1):
        left, right = heapq.heappop(heap), heapq.heappop(heap)
        for words, turn in ((left[2], -1), (right[2], 1)):
            for word in words:
                paths[word].append((node, turn))
        heapq.heappush(heap, (left[0] + right[0], len(counts) + node, left[2] + right[2]))
    return paths


LOSSES = {
    "mse": functional.mse_loss,
    "mse().sum()": lambda o, y: functional.mse_loss(o, y, reduction="sum"),
    "halfMse": half_squares,
    "mae": functional.l1_loss,
    "huber(0.7)": lambda o, y: functional.huber_loss(o, y, delta=0.7),
    "mse().times(0.5).plus(mae())": lambda o, y: 0.5 * functional.mse_loss(o, y) + functional.l1_loss(o, y),
    "crossEntropy": cross_entropy,
    "crossEntropy().sum()": lambda o, y: functional.cross_entropy(o, y, reduction="sum"),
    "crossEntropy().smoothing(0.1)": lambda o, y: functional.cross_entropy(o, y, label_smoothing=0.1),
    "crossEntropy().ignore(-1)": lambda o, y: functional.cross_entropy(
        o.flatten(0, -2), y.flatten(), ignore_index=PADDING),
    "crossEntropy().weights(0.5, 1.0, 2.0, 0.25).ignore(2)": weighted,
    "crossEntropy().probabilities()": cross_entropy_of_probabilities,
    "crossEntropy-images": cross_entropy_of_images,
    "binaryCrossEntropy": functional.binary_cross_entropy,
    "binaryCrossEntropy().logits()": binary_of_logits,
    "hinge": hinge,
    "multiclassHinge": functional.multi_margin_loss,
    "klDivergence": divergence,
    "klDivergence().logits()": lambda o, y: functional.kl_div(o.log_softmax(1), y, reduction="batchmean"),
    "contrastive(1.5)": contrastive,
    "triplet(0.8)": triplet,
    "tripletHard(0.8)": triplet_hard,
    "cosineSimilarity": one_minus_cosine,
    "ctc": ctc,
    "gaussianNll": gaussian,
    "mixtureNll(3)": mixture,
    "hierarchicalSoftmax(5.0, 1.0, 3.0, 8.0, 2.0)": hierarchical,
}


def write_all():
    write_first()
    write_numbers()
    write_labels()
    write_embeddings()
    write_densities()


def write_first():
    random = fixture.generator("losses")
    write("mse", "mean of squared differences over all entries", "mse",
          fixture.normal(random, 3, 4), fixture.normal(random, 3, 4))
    write("crossEntropy", "logits [5, 4], a label each", "crossEntropy",
          fixture.normal(random, 5, CLASSES, scale=2), fixture.integers(random, CLASSES, 5))
    write("crossEntropy-sequence", "logits [2, 3, 4], a label for each step, mean over all steps", "crossEntropy",
          fixture.normal(random, 2, 3, CLASSES, scale=2), fixture.integers(random, CLASSES, 2, 3))
    write("crossEntropy-softmax", "a network that ends in softmax: -log of the label's probability", "crossEntropy",
          fixture.normal(random, 5, CLASSES, scale=2), fixture.integers(random, CLASSES, 5), last="softmax")


def write_numbers():
    random = fixture.generator("losses of numbers")

    def of(*shape):
        return fixture.normal(random, *shape), fixture.normal(random, *shape)

    for name in ("halfMse", "mae", "huber(0.7)", "mse().sum()", "cosineSimilarity"):
        write(file_of(name), "numbers [3, 4]", name, *of(3, 4))
        write(file_of(name) + "-sequence", "numbers [2, 3, 4]", name, *of(2, 3, 4))
    write("weightedSum", "half the mse and the mae, numbers [3, 4]", "mse().times(0.5).plus(mae())", *of(3, 4))
    yes = fixture.integers(random, 2, 6, 2).float()
    logits = fixture.normal(random, 6, 2, scale=2)
    write("binaryCrossEntropy", "probabilities [6, 2]", "binaryCrossEntropy", rounded(torch.sigmoid(logits)), yes)
    write("binaryCrossEntropy-logits", "logits [6, 2]", "binaryCrossEntropy().logits()", logits * 20, yes)
    write("binaryCrossEntropy-sigmoid", "a network that ends in sigmoid", "binaryCrossEntropy", logits, yes,
          last="sigmoid")
    write("hinge", "outputs [6, 2], sides -1 and 1", "hinge", logits, 2 * yes - 1)
    truth = rounded(torch.softmax(fixture.normal(random, 5, CLASSES), 1))
    write("klDivergence", "probabilities [5, 4]", "klDivergence",
          rounded(torch.softmax(fixture.normal(random, 5, CLASSES), 1)), truth)
    write("klDivergence-logits", "logits [5, 4]", "klDivergence().logits()",
          fixture.normal(random, 5, CLASSES), truth)
    write("klDivergence-softmax", "a network that ends in softmax", "klDivergence",
          fixture.normal(random, 5, CLASSES), truth, last="softmax")


def write_labels():
    random = fixture.generator("losses of labels")

    def logits(*shape):
        return fixture.normal(random, *shape, scale=2)

    labels = fixture.integers(random, CLASSES, 6)
    for name in ("crossEntropy().sum()", "crossEntropy().smoothing(0.1)",
                 "crossEntropy().weights(0.5, 1.0, 2.0, 0.25).ignore(2)", "multiclassHinge"):
        write(file_of(name), "logits [6, 4], a label each", name, logits(6, CLASSES), labels)
    write("crossEntropy-probabilities", "probabilities [6, 4], a label each", "crossEntropy().probabilities()",
          rounded(torch.softmax(logits(6, CLASSES), 1)), labels)
    words = fixture.integers(random, CLASSES, 2, 3)
    words[0, 2] = PADDING
    write("crossEntropy-ignore", "logits [2, 3, 4], one label of six is padding", "crossEntropy().ignore(-1)",
          logits(2, 3, CLASSES), words)
    write("crossEntropy-images", "logits [2, 4, 3, 2], a label for each pixel", "crossEntropy-images",
          logits(2, CLASSES, 3, 2), fixture.integers(random, CLASSES, 2, 3, 2))
    write("ctc", "logits [2, 7, 4], class 0 is the blank, targets filled up with 0", "ctc",
          logits(2, 7, CLASSES), torch.tensor([[1, 1, 2], [3, 2, 0]]))
    write("hierarchicalSoftmax", "scores of the inner nodes of a Huffman tree, words [6]",
          "hierarchicalSoftmax(5.0, 1.0, 3.0, 8.0, 2.0)", logits(6, len(WORD_COUNTS) - 1),
          torch.tensor([0, 1, 2, 3, 4, 3]))


def write_embeddings():
    random = fixture.generator("losses of embeddings")
    write("contrastive", "distances [6, 1], 1 for pairs of one class", "contrastive(1.5)",
          fixture.normal(random, 6, 1).abs(), fixture.integers(random, 2, 6, 1).float())
    write("triplet", "anchors, positives and negatives [5, 3, 4]", "triplet(0.8)",
          fixture.normal(random, 5, 3, 4), torch.zeros(5))
    write("tripletHard", "embeddings [7, 4]; class 2 has one example", "tripletHard(0.8)",
          fixture.normal(random, 7, 4, scale=0.5), torch.tensor([0, 1, 0, 1, 1, 2, 0]))


def write_densities():
    random = fixture.generator("losses of densities")
    write("gaussianNll", "two means and two logarithms of deviations", "gaussianNll",
          fixture.normal(random, 5, 4), fixture.normal(random, 5, 2))
    write("mixtureNll", "three components of one number", "mixtureNll(3)",
          fixture.normal(random, 5, 9), fixture.normal(random, 5, 1))
    write("mixtureNll-pairs", "three components of two numbers", "mixtureNll(3)",
          fixture.normal(random, 5, 12), fixture.normal(random, 5, 2))


def rounded(probabilities):
    """Probabilities of three decimals that still sum to 1 where they did."""
    return (probabilities * 1000).round().clamp(min=1) / 1000


def file_of(name):
    """huber(0.7) is huber, mse().sum() is mse-sum."""
    return re.sub(r"\([^)]*\)", "", name).replace(".", "-")


def write(name, about, loss, x, target, last=None):
    single = compute(loss, x, target, last)
    twin = target.double() if target.is_floating_point() else target
    double = compute(loss, x.double(), twin, last)
    fixture.judge(name, {"input": single["gradients"]["input"]}, {"input": double["gradients"]["input"]})
    layers = [{"type": last}] if last else []
    fixture.write(name, "loss", about,
                  {"inputShape": list(x.shape[1:]), "layers": layers, "loss": loss.removesuffix("-images")},
                  weights={}, input=x, target=target, **single)


def compute(loss, x, target, last):
    x = x.clone().requires_grad_()
    output = x if last is None else torch.softmax(x, -1) if last == "softmax" else torch.sigmoid(x)
    of_probabilities = last == "softmax" and loss == "crossEntropy"
    value = cross_entropy_of_probabilities(output, target) if of_probabilities else LOSSES[loss](output, target)
    (gradient,) = torch.autograd.grad(value, x)
    return {"output": output, "loss": fixture_loss(value), "gradients": {"input": gradient}}
