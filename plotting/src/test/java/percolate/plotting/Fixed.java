package percolate.plotting;

import static percolate.Percolate.avgPool2d;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.input;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;

import java.util.Map;
import java.util.Random;
import percolate.Dataset;
import percolate.Model;
import percolate.Tensor;

/** Networks with given weights and data from given numbers: what is drawn of them is the same everywhere. */
final class Fixed {
    private Fixed() {}

    /** Three outputs that are the three inputs. */
    static Model echo() {
        var net = sequential(input(3), dense(3));
        return net.weights(Map.of(
                "dense1.weight", tensor(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
                "dense1.bias", tensor(0f, 0f, 0f)));
    }

    /** One output that is the input. */
    static Model single() {
        var net = sequential(input(1), dense(1));
        return net.weights(
                Map.of("dense1.weight", tensor(new float[][] {{1}}), "dense1.bias", tensor(new float[] {0})));
    }

    static Dataset scored(float[] scores, int... labels) {
        return dataset(tensor(scores).reshape(-1, 1), tensor(labels));
    }

    /** Three classes whose own input is larger by about one. */
    static Dataset threeClasses(int size) {
        var random = new Random(5);
        var x = new float[size][3];
        var y = new int[size];
        for (int at = 0; at < size; at++) {
            y[at] = at % 3;
            for (int label = 0; label < 3; label++) {
                x[at][label] = (float) random.nextGaussian() + (label == y[at] ? 1.6f : 0);
            }
        }
        return dataset(tensor(x), tensor(y));
    }

    /** Says of each pixel whether it is brighter than a half. */
    static Model brighter() {
        var net = sequential(input(1, 12, 12), conv2d(2, 1));
        return net.weights(
                Map.of("conv2d1.weight", tensor(-1f, 1f).reshape(2, 1, 1, 1), "conv2d1.bias", tensor(0.5f, -0.5f)));
    }

    /** Bright discs; the truth reaches a pixel further than what is bright. */
    static Dataset discs(int size) {
        var x = new float[size * 144];
        var y = new int[size * 144];
        for (int at = 0; at < x.length; at++) {
            int image = at / 144;
            int row = at / 12 % 12;
            double way = Math.hypot(row - 3 - image, at % 12 - 5.0);
            x[at] = way < 3.2 ? 0.9f : 0.1f;
            y[at] = way < 4.2 ? 1 : 0;
        }
        return dataset(tensor(x).reshape(size, 1, 12, 12), tensor(y).reshape(size, 12, 12));
    }

    /** Finds a box of half an image's side in each bright quarter. */
    static Model quarters() {
        var net = sequential(input(1, 16, 16), avgPool2d(8), conv2d(7, 1));
        return net.weights(Map.of(
                "conv2d1.weight", tensor(1f, 0f, 0f, 0f, 0f, 0f, 1f).reshape(7, 1, 1, 1),
                "conv2d1.bias", tensor(0f, 0.5f, 0.5f, 0.4f, 0.4f, 0.2f, 0f)));
    }

    static Dataset brightQuarters() {
        var x = new float[2 * 256];
        for (int at = 0; at < x.length; at++) {
            int row = at / 16 % 16;
            boolean bright = at < 256 ? row < 8 && at % 16 < 8 : row >= 8;
            x[at] = bright ? 0.8f : 0.1f;
        }
        var y = new float[2 * 7 * 4];
        box(y, 0, 0, 0.55f, 0.5f, 0.5f);
        box(y, 1, 2, 0.5f, 0.4f, 0.35f);
        return dataset(tensor(x).reshape(2, 1, 16, 16), tensor(y).reshape(2, 7, 2, 2));
    }

    private static void box(float[] y, int image, int cell, float centre, float width, float height) {
        float[] parts = {1, centre, 0.5f, width, height, 0, 1};
        for (int part = 0; part < parts.length; part++) {
            y[(image * 7 + part) * 4 + cell] = parts[part];
        }
    }

    /** Predictions 0, 1, 2, … whose targets lie around them. */
    static Dataset regression(int size) {
        var random = new Random(9);
        var x = new float[size];
        var y = new float[size];
        for (int at = 0; at < size; at++) {
            x[at] = at / 10f;
            y[at] = x[at] + (float) random.nextGaussian();
        }
        Tensor targets = tensor(y);
        return dataset(tensor(x).reshape(-1, 1), targets.reshape(-1, 1));
    }
}
