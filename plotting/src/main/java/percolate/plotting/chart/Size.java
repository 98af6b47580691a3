package percolate.plotting.chart;

/** Width and height in CSS pixels; a PNG has twice as many each way. */
public record Size(int width, int height) {
    static final int LEAST = 60;
    static final int MOST = 4000;

    public Size {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new IllegalArgumentException("size(" + width + ", " + height + "): width and height lie between "
                    + LEAST + " and " + MOST + " pixels; give them as size(600, 400)");
        }
    }
}
