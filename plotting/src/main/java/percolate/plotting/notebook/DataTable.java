package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Split;
import percolate.Tensor;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Digits;

/** What a data set or a batch holds; a batch of images is shown as images. */
final class DataTable {
    private static final int MOST_CLASSES = 20;

    private DataTable() {}

    static MimeBundle of(Dataset data) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("examples", Digits.count(data.size())));
        rows.addAll(forms("x", data.inputs()));
        rows.addAll(forms("y", data.targets()));
        if (!data.classes().isEmpty()) {
            rows.add(List.of("classes", classes(data)));
        }
        return bundle(rows);
    }

    /** The parts, a line each; one that is empty is left out. */
    static MimeBundle of(Split split) {
        var rows = new ArrayList<>(List.of(
                List.of("train", split.train().toString()),
                List.of("validation", split.validation().toString())));
        if (split.test().size() > 0) {
            rows.add(List.of("test", split.test().toString()));
        }
        return bundle(rows);
    }

    static MimeBundle of(Batch batch) {
        if (batch.size() > 0 && Images.areIn(batch.x()) && !batch.targets().isEmpty()) {
            return PictureBundle.of(BatchPicture.of(batch));
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("examples", Digits.count(batch.size())));
        rows.addAll(forms("x", batch.inputs()));
        rows.addAll(forms("y", batch.targets()));
        return bundle(rows);
    }

    /** A line for each of several inputs or targets. */
    private static List<List<String>> forms(String letter, List<Tensor> tensors) {
        return IntStream.range(0, tensors.size())
                .mapToObj(i -> List.of(tensors.size() == 1 ? letter : letter + "(" + i + ")", form(tensors.get(i))))
                .toList();
    }

    private static MimeBundle bundle(List<List<String>> rows) {
        var text = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining("\n"));
        return MimeBundle.text(text)
                .with(MimeBundle.HTML, Grid.of(List.of(), rows).html());
    }

    private static String form(Tensor tensor) {
        return tensor.shape() + " " + tensor.dtype();
    }

    /** Each class with the number of its examples. */
    private static String classes(Dataset data) {
        var names = data.classes();
        if (!Labels.areIn(data.y())) {
            return names.stream().limit(MOST_CLASSES).collect(Collectors.joining(", "));
        }
        var counts = new long[names.size()];
        for (long label : data.y().toLongArray()) {
            if (label >= 0 && label < counts.length) {
                counts[(int) label]++;
            }
        }
        var listed = IntStream.range(0, Math.min(MOST_CLASSES, counts.length))
                .mapToObj(at -> names.get(at) + " (" + Digits.count(counts[at]) + ")")
                .collect(Collectors.joining(", "));
        return counts.length > MOST_CLASSES ? listed + ", … " + counts.length + " in all" : listed;
    }
}
