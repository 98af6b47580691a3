"""The numbers of PerceptronStepsTest and KMeansStepsTest, made with scikit-learn 1.x: python steps.py"""

import numpy
from sklearn.cluster import KMeans
from sklearn.linear_model import Perceptron

CORNERS = numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
POINTS = numpy.array([[0, 0], [1, 0], [0, 2], [5, 5], [6, 5], [5, 7], [9, 0], [8, 1], [2, 3]], dtype=float)


def perceptron(x, y):
    model = Perceptron(shuffle=False, tol=None, max_iter=100).fit(x, y)
    return model.intercept_[0], *model.coef_[0]


def k_means(points, centres):
    model = KMeans(len(centres), init=numpy.array(centres, dtype=float), n_init=1, algorithm="lloyd").fit(points)
    return model.cluster_centers_.tolist(), model.inertia_


print("and", perceptron(CORNERS, [0, 0, 0, 1]))
print("points", perceptron(POINTS, [0, 0, 0, 1, 1, 1, 1, 1, 0]))
print("k-means", k_means(POINTS, [[0, 0], [1, 0], [9, 0]]))
