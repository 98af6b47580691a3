package percolate.plotting.vision;

import java.util.List;

/**
 * What an image is at one place of its way.
 *
 * @param name of the layer
 * @param shape below the name
 * @param fields below each other
 * @param note below the fields; may be empty
 * @param column whether it is one column of numbers rather than maps
 */
record Station(String name, String shape, List<Field> fields, String note, boolean column) {
    Station {
        fields = List.copyOf(fields);
    }
}
