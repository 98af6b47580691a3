"""Fixtures of what scikit-learn finds in data: principal components, clusters from given centres. To ../resources/analysis."""

import numpy
import torch
from sklearn import __version__ as version
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA

import fixture

FOLDER = fixture.FOLDER.parent / "analysis"
EXAMPLES, FEATURES, COMPONENTS, CLUSTERS = 40, 5, 3, 4


def write_all():
    write_pca()
    write_clusters()


def write_pca():
    random = fixture.generator("pca")
    x = fixture.normal(random, EXAMPLES, FEATURES) @ fixture.normal(random, FEATURES, FEATURES)
    found = PCA(COMPONENTS, svd_solver="full").fit(x.double().numpy())
    z = found.transform(x.double().numpy())
    fixture.write("pca", "analysis", f"scikit-learn {version}: PCA({COMPONENTS})", {"components": COMPONENTS}, FOLDER,
                  input=x, directions=single(found.components_), variance=single(found.explained_variance_),
                  explained=single(found.explained_variance_ratio_), coordinates=single(z),
                  inverse=single(found.inverse_transform(z)))


def write_clusters():
    random = fixture.generator("kMeans")
    places = fixture.normal(random, CLUSTERS, 2, scale=2)
    x = torch.cat([place + fixture.normal(random, EXAMPLES // CLUSTERS, 2) for place in places])
    start = x[torch.tensor([0, 1, 2, 3])]
    found = KMeans(CLUSTERS, init=start.double().numpy(), n_init=1, tol=0, algorithm="lloyd").fit(x.double().numpy())
    fixture.write("kMeans", "analysis", f"scikit-learn {version}: KMeans({CLUSTERS}, init=start, n_init=1, tol=0)",
                  {"clusters": CLUSTERS}, FOLDER, input=x, start=start, centres=single(found.cluster_centers_),
                  labels=torch.tensor(found.labels_.astype(numpy.int64)), inertia=float(found.inertia_))


def single(values):
    return torch.tensor(values, dtype=torch.float32)


if __name__ == "__main__":
    write_all()
