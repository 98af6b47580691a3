"""Writes the numbers that the golden tests hold the DSL to; see README.md in this folder."""

import torch

import analysis
import attention
import fixture
import images
import layers
import losses
import models
import norms
import operations
import optimizers
import schedules
import stateful
import trainings

torch.set_num_threads(1)
for part in (layers, norms, losses, optimizers, models, operations, attention, stateful, analysis, trainings, images, schedules):
    part.write_all()
folders = (fixture.FOLDER, operations.FOLDER, attention.FOLDER, stateful.FOLDER,
           analysis.FOLDER, trainings.FOLDER, images.FOLDER, schedules.FOLDER)
files = sorted(file for folder in folders for file in folder.glob("*.json"))
print(f"{len(files)} fixtures, {sum(file.stat().st_size for file in files) / 1000:.0f} kB, in {fixture.FOLDER.parent}")
