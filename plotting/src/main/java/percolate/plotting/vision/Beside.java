package percolate.plotting.vision;

import java.util.List;

/** An image, a map of it, and the map glowing on the image. */
final class Beside {
    private static final double SIDE = 180;

    private Beside() {}

    /**
     * @param map [height, width], shown on the image where it is above zero
     * @param field the map by itself
     */
    static Sheet of(Subject subject, float[] map, Field field, String name, String alt) {
        var image = subject.image();
        double most = Span.of(map).high();
        var heat = new float[map.length];
        for (int at = 0; at < map.length; at++) {
            heat[at] = most > 0 ? (float) Math.max(0, map[at] / most) : 0;
        }
        var tiles = List.of(new Tile(image, "image"), new Tile(field, name), new Tile(image.under(heat), "both"));
        return new Sheet(List.of(new Row("", "", tiles, SIDE)), "", alt);
    }
}
