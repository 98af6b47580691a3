package percolate.data.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shapes that do not overlap, on a grey ground.
 *
 * @param ground how bright the ground is, from 0 to 1
 */
record Scene(List<Thing> things, float ground) {
    private static final int TRIES = 50;
    /** Each pixel is looked at so many times in each direction, for smooth edges. */
    private static final int LOOKS = 4;

    static Scene drawn(int most, SplittableRandom random) {
        int count = 1 + random.nextInt(most);
        var things = new ArrayList<Thing>();
        for (int i = 0; i < TRIES && things.size() < count; i++) {
            var thing = Thing.drawn(random);
            if (things.stream().noneMatch(thing::overlaps)) {
                things.add(thing);
            }
        }
        return new Scene(List.copyOf(things), 0.1f + 0.2f * (float) random.nextDouble());
    }

    /** Writes the image [3, side, side] into an array from a place on. */
    void paint(float[] image, int at, int side) {
        Arrays.fill(image, at, at + 3 * side * side, ground);
        for (var thing : things) {
            for (int row = first(thing.y() - thing.radius(), side);
                    row <= last(thing.y() + thing.radius(), side);
                    row++) {
                for (int column = first(thing.x() - thing.radius(), side);
                        column <= last(thing.x() + thing.radius(), side);
                        column++) {
                    float share = covered(thing, row, column, side);
                    for (int channel = 0; channel < 3; channel++) {
                        int pixel = at + (channel * side + row) * side + column;
                        image[pixel] += share * (thing.shade(channel) - image[pixel]);
                    }
                }
            }
        }
    }

    /** Writes the kinds [side, side], from 1 on, 0 for the ground, into an array from a place on. */
    void label(long[] mask, int at, int side) {
        for (int pixel = 0; pixel < side * side; pixel++) {
            int row = pixel / side;
            int column = pixel % side;
            mask[at + pixel] = things.stream()
                    .filter(t -> covered(t, row, column, side) >= 0.5)
                    .mapToInt(t -> t.kind() + 1)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** How much of a pixel belongs to a shape. */
    private static float covered(Thing thing, int row, int column, int side) {
        int inside = 0;
        for (int down = 0; down < LOOKS; down++) {
            for (int across = 0; across < LOOKS; across++) {
                double x = (column + (across + 0.5) / LOOKS) / side;
                double y = (row + (down + 0.5) / LOOKS) / side;
                inside += thing.covers(x, y) ? 1 : 0;
            }
        }
        return (float) inside / (LOOKS * LOOKS);
    }

    private static int first(double edge, int side) {
        return Math.max(0, (int) Math.floor(edge * side));
    }

    private static int last(double edge, int side) {
        return Math.min(side - 1, (int) Math.floor(edge * side));
    }

    /** Writes the boxes [5 + kinds, grid, grid] into an array from a place on. */
    void box(float[] boxes, int at, int grid) {
        for (var thing : things) {
            int column = Math.min(grid - 1, (int) (thing.x() * grid));
            int row = Math.min(grid - 1, (int) (thing.y() * grid));
            int cell = at + row * grid + column;
            int plane = grid * grid;
            if (boxes[cell] == 1) {
                // A cell tells of one shape, the first.
                continue;
            }
            boxes[cell] = 1;
            boxes[cell + plane] = (float) (thing.x() * grid - column);
            boxes[cell + 2 * plane] = (float) (thing.y() * grid - row);
            boxes[cell + 3 * plane] = (float) (2 * thing.radius());
            boxes[cell + 4 * plane] = (float) (2 * thing.radius());
            boxes[cell + (5 + thing.kind()) * plane] = 1;
        }
    }

    /** For example "a small red circle left of a large blue square". */
    String words() {
        var first = things.get(0);
        if (things.size() == 1) {
            return first.words();
        }
        var second = things.get(1);
        boolean beside = Math.abs(first.x() - second.x()) >= Math.abs(first.y() - second.y());
        var where = beside
                ? (first.x() < second.x() ? " left of " : " right of ")
                : (first.y() < second.y() ? " above " : " below ");
        return first.words() + where + second.words();
    }
}
