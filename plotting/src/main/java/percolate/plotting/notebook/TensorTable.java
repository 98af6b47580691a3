package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Tensor;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Digits;

/** A tensor as text, a matrix that fits on a page as a table too, and what is larger with a thumbnail. */
final class TensorTable {
    private static final int MOST = 20;

    private TensorTable() {}

    static MimeBundle of(Tensor tensor) {
        var text = MimeBundle.text(tensor.toString());
        if (isSmallMatrix(tensor)) {
            return text.with(MimeBundle.HTML, table(tensor).html());
        }
        return Thumbnail.of(tensor)
                .map(html -> text.with(MimeBundle.HTML, html))
                .orElse(text);
    }

    private static boolean isSmallMatrix(Tensor tensor) {
        var shape = tensor.shape();
        return shape.rank() == 2 && shape.sizes().stream().allMatch(size -> size >= 1 && size <= MOST);
    }

    private static Grid table(Tensor tensor) {
        int height = tensor.shape().get(0);
        int width = tensor.shape().get(1);
        var values = texts(tensor);
        var rows = IntStream.range(0, height)
                .mapToObj(row -> values.subList(row * width, (row + 1) * width))
                .toList();
        return Grid.of(tensor.shape() + " " + tensor.dtype(), List.of(), Collections.nCopies(width, true), rows);
    }

    private static List<String> texts(Tensor tensor) {
        var texts = new ArrayList<String>();
        if (tensor.dtype().isFloating()) {
            for (float value : tensor.toFloatArray()) {
                texts.add(Digits.of(value, 4));
            }
        } else {
            for (long value : tensor.toLongArray()) {
                texts.add(tensor.dtype() == DType.bool ? String.valueOf(value != 0) : String.valueOf(value));
            }
        }
        return texts;
    }
}
