"""Fixtures of images in other sizes: PyTorch's interpolate, bilinear with antialiasing; of masks the nearest pixel."""

from torch.nn.functional import interpolate

import fixture

FOLDER = fixture.FOLDER.parent / "images"

SIZES = {"smaller": (3, 4), "larger": (17, 13), "oblong": (5, 12)}


def write_all():
    random = fixture.generator("resize")
    images = fixture.normal(random, 2, 3, 8, 9)
    masks = fixture.integers(random, 5, 2, 8, 9)
    single = resized(images)
    fixture.judge("resize", single, resized(images.double()))
    nearest = interpolate(masks[:, None].float(), size=SIZES["smaller"], mode="nearest")
    fixture.write("resize", "images", "images in other sizes", {}, FOLDER, images=images, masks=masks,
                  smallerMasks=nearest[:, 0].long(), **single)


def resized(images):
    return {name: interpolate(images, size=size, mode="bilinear", align_corners=False, antialias=True)
            for name, size in SIZES.items()}
