package percolate;

import static percolate.Percolate.*;

import percolate.model.Conv2d;

/** What the lectures' slides do by hand. */
final class Slides {
    private Slides() {}

    /** One filter over one image, with bias. */
    static Tensor convolved(Conv2d layer, Tensor filter, Number bias, Tensor image) {
        int channels = filter.size(0);
        int size = filter.size(1);
        var given = layer.weight(filter.reshape(1, channels, size, size)).bias(tensor(bias));
        var input = input(channels, image.size(-2), image.size(-1));
        return sequential(input, given).predict(image.unsqueeze(0));
    }
}
