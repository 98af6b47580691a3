"""Fixtures of schedules: the learning rates that PyTorch's torch.optim.lr_scheduler gives, step by step.

Written to ../resources/schedules: `config.schedule` as the DSL writes it, `config.rate`, `config.epochs`, `config.perEpoch`,
for reduceOnPlateau the `values` it looked at after each epoch, and `rates` of all steps (of all epochs for reduceOnPlateau).
"""

import warnings

import torch
from torch.optim import lr_scheduler as field

import fixture

FOLDER = fixture.FOLDER.parent / "schedules"
RATE, EPOCHS, PER_EPOCH = 0.2, 7, 5
STEPS = EPOCHS * PER_EPOCH


def write_all():
    warnings.simplefilter("ignore")
    by_step("constant-warmUp", "constant().warmUp(8)", lambda o: warm(o, 8))
    by_epoch("stepDecay", "stepDecay(2, 0.3)", lambda o: field.StepLR(o, 2, 0.3))
    by_epoch("exponentialDecay", "exponentialDecay(0.9)", lambda o: field.ExponentialLR(o, 0.9))
    by_step("cosine", "cosine()", lambda o: field.CosineAnnealingLR(o, STEPS))
    by_step("cosine-least", "cosine().least(0.1)", lambda o: field.CosineAnnealingLR(o, STEPS, eta_min=0.1 * RATE))
    by_step("cosine-warmUp", "cosine().warmUp(8)", lambda o: field.SequentialLR(
        o, [warm(o, 8), field.CosineAnnealingLR(o, STEPS - 8)], [8]))
    by_step("cosine-restarts", "cosine().restarts(2)", lambda o: field.CosineAnnealingWarmRestarts(o, 2 * PER_EPOCH))
    by_step("cosine-restarts-longer", "cosine().restarts(1, 2)",
            lambda o: field.CosineAnnealingWarmRestarts(o, PER_EPOCH, 2))
    by_step("oneCycle", "oneCycle()", lambda o: field.OneCycleLR(o, RATE, STEPS, cycle_momentum=False))
    by_step("oneCycle-rise", "oneCycle().rise(0.5)",
            lambda o: field.OneCycleLR(o, RATE, STEPS, pct_start=0.5, cycle_momentum=False))
    by_step("polynomial", "polynomial(1)", lambda o: field.PolynomialLR(o, STEPS, 1.0))
    by_step("polynomial-square", "polynomial(2)", lambda o: field.PolynomialLR(o, STEPS, 2.0))
    plateau("reduceOnPlateau", "reduceOnPlateau(1)", {}, [1.0, 0.9, 0.91, 0.92, 0.93, 0.5, 0.5, 0.49995, 0.6, 0.4])
    plateau("reduceOnPlateau-factor", "reduceOnPlateau(2).factor(0.5).minimumChange(0.1)",
            {"factor": 0.5, "threshold": 0.1}, [1.0, 0.95, 0.92, 0.91, 0.5, 0.49, 0.48, 0.47, 0.46, 0.45])


def optimizer():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE)


def warm(o, steps):
    return field.LinearLR(o, start_factor=1 / steps, total_iters=steps - 1)


def by_step(name, schedule, make):
    write(name, schedule, rates(make, 1))


def by_epoch(name, schedule, make):
    write(name, schedule, rates(make, PER_EPOCH))


def rates(make, period):
    o = optimizer()
    scheduler = make(o)
    found = []
    for step in range(STEPS):
        found.append(o.param_groups[0]["lr"])
        o.step()
        if (step + 1) % period == 0 and step + 1 < STEPS:
            scheduler.step()
    return found


def plateau(name, schedule, options, values):
    o = optimizer()
    patience = int(schedule.split("(")[1].split(")")[0])
    scheduler = field.ReduceLROnPlateau(o, patience=patience, threshold_mode="abs", **options)
    found = []
    for value in values:
        found.append(o.param_groups[0]["lr"])
        scheduler.step(value)
    write(name, schedule, found, values=values)


def write(name, schedule, found, **parts):
    config = {"schedule": schedule, "rate": RATE, "epochs": EPOCHS, "perEpoch": PER_EPOCH}
    fixture.write(name, "schedule", "The rates of " + schedule + ".", config, FOLDER, rates=found, **parts)
