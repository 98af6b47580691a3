package percolate;

import java.util.regex.Pattern;

/**
 * Where a tensor's numbers are kept and computed: the processor, or a graphics card by its number.
 *
 * @param name {@code cpu}, or {@code gpu(0)}
 */
public record Device(String name) {
    private static final Pattern NAME = Pattern.compile("cpu|gpu\\(\\d{1,4}\\)");

    public Device {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("device: expected cpu or gpu(0), gpu(1), …, got \"" + name + "\"");
        }
    }

    /** The processor. */
    public static Device cpu() {
        return new Device("cpu");
    }

    /** A graphics card, numbered from 0. */
    public static Device gpu(int number) {
        return new Device("gpu(" + number + ")");
    }

    public boolean isGpu() {
        return !name.equals("cpu");
    }

    /** The number of a graphics card; 0 for the processor. */
    public int number() {
        return isGpu() ? Integer.parseInt(name.substring(4, name.length() - 1)) : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
