package percolate.kernel.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the rows of a table are. */
enum RowKind {
    RECORD {
        @Override
        Map<?, ?> parts(Object row, int most) {
            return Parts.of(row);
        }
    },
    DATA_CLASS {
        @Override
        Map<?, ?> parts(Object row, int most) {
            return DataClass.parts(row);
        }
    },
    MAP {
        @Override
        Map<?, ?> parts(Object row, int most) {
            return (Map<?, ?>) row;
        }
    },
    /** Its columns are numbered from 0, as its elements are. */
    ARRAY {
        @Override
        Map<?, ?> parts(Object row, int most) {
            var elements = Ends.of(row, most, most, 0).head();
            var parts = new LinkedHashMap<Integer, Object>();
            IntStream.range(0, elements.size()).forEach(at -> parts.put(at, elements.get(at)));
            return parts;
        }
    };

    /** The fields of a row by the names of their columns; of an array no more than {@code most}. */
    abstract Map<?, ?> parts(Object row, int most);

    /** What all rows are, if they are all the same. */
    static Optional<RowKind> of(List<?> rows) {
        var first = rows.get(0);
        if (Parts.areGenerated(first) && allAre(first.getClass(), rows)) {
            return Optional.of(RECORD);
        } else if (DataClass.is(first) && allAre(first.getClass(), rows)) {
            return Optional.of(DATA_CLASS);
        } else if (rows.stream().allMatch(row -> row instanceof Map<?, ?> && Names.isStandard(row))) {
            return Optional.of(MAP);
        }
        var arrays = first != null && first.getClass().isArray() && allAre(first.getClass(), rows);
        return arrays && !first.getClass().getComponentType().isArray() ? Optional.of(ARRAY) : Optional.empty();
    }

    private static boolean allAre(Class<?> type, List<?> rows) {
        return rows.stream().allMatch(row -> row != null && row.getClass() == type);
    }
}
