package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Gif;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Size;

/**
 * A picture that moves: a list of steps, each a picture with its numbers in words. A cell that ends in one shows steps to be
 * opened one by one, also where no script runs. Immutable: {@code title}, {@code dark} and the like give another.
 *
 * @param <P> the picture's own type
 */
public abstract class Moving<P extends Moving<P>> {
    /** A page holds no more: each step is an image of its own. */
    private static final int MOST_SHOWN = 16;

    private static final int MOST_IN_GIF = 60;

    private final Show show;
    private List<? extends Drawing> made;

    /**
     * How steps are shown.
     *
     * @param size null for the drawings' own
     * @param seconds how long each is seen in a GIF
     */
    record Show(String title, Size size, boolean dark, double seconds) {
        static final Show USUAL = new Show("", null, false, 1);
    }

    Moving(Show show) {
        this.show = show;
    }

    final Show show() {
        return show;
    }

    /** The same steps, shown otherwise. */
    abstract P with(Show other);

    /** The drawing of each step, all of one size; one or more. */
    abstract List<? extends Drawing> make();

    /** What all steps together show, in words. */
    public abstract String alt();

    private synchronized List<? extends Drawing> drawings() {
        if (made == null) {
            made = List.copyOf(make());
        }
        return made;
    }

    /** With words above each step; an empty text takes them away. */
    public final P title(String text) {
        Objects.requireNonNull(text, "title: the text is null; give \"\" for none");
        return with(new Show(text, show.size, show.dark, show.seconds));
    }

    /** On a dark ground. */
    public final P dark() {
        return with(new Show(show.title, show.size, true, show.seconds));
    }

    /** Each step at another size in CSS pixels, its frame included. */
    public final P size(int width, int height) {
        return with(new Show(show.title, new Size(width, height), show.dark, show.seconds));
    }

    /** With so many seconds for each step of a GIF; 1 unless said. */
    public final P pace(Number seconds) {
        if (!(seconds.doubleValue() >= 0.02 && seconds.doubleValue() <= 60)) {
            throw new IllegalArgumentException(
                    "pace: expected 0.02 to 60 seconds for each step, got " + seconds + "; 1 is usual");
        }
        return with(new Show(show.title, show.size, show.dark, seconds.doubleValue()));
    }

    /** All steps in their order; how many there are is the list's size. */
    public final List<Picture> steps() {
        return IntStream.rangeClosed(1, drawings().size()).mapToObj(this::step).toList();
    }

    /**
     * One step as a picture.
     *
     * @param number from 1, as it is shown above the step
     */
    public final Picture step(int number) {
        int count = drawings().size();
        if (number < 1 || number > count) {
            throw new IndexOutOfBoundsException("step(" + number + "): expected a step from 1 to " + count
                    + "; steps().size() tells how many there are");
        }
        var picture = Picture.of(drawings().get(number - 1)).title(title(number, count));
        var sized = show.size == null ? picture : picture.size(show.size.width(), show.size.height());
        return show.dark ? sized.dark() : sized;
    }

    private String title(int number, int count) {
        return (show.title.isEmpty() ? "" : show.title + " · ") + "step " + number + " of " + count;
    }

    /**
     * Writes the steps as a picture that moves, whole or not at all; of many steps 60, evenly chosen.
     *
     * @param file a name that ends in .gif; missing folders are made
     */
    public final P gif(String file) {
        Gif.save(file, chosen(MOST_IN_GIF).stream().map(this::step).toList(), show.seconds);
        return with(show);
    }

    /** The numbers of at most so many steps, the first and the last among them. */
    private List<Integer> chosen(int most) {
        int count = drawings().size();
        if (count <= most) {
            return IntStream.rangeClosed(1, count).boxed().toList();
        }
        return IntStream.range(0, most)
                .mapToObj(at -> 1 + (int) Math.round(at * (count - 1.0) / (most - 1)))
                .toList();
    }

    /** The steps for a front end: each folded below its sentence, the first one open. */
    public final MimeBundle bundle() {
        var numbers = chosen(MOST_SHOWN);
        var parts = new ArrayList<String>();
        parts.add("<p>" + Html.escaped(alt()) + "</p>");
        Picture last = null;
        for (int number : numbers) {
            last = step(number);
            parts.add(details(last, number == 1));
        }
        if (numbers.size() < drawings().size()) {
            parts.add("<p><em>" + numbers.size() + " of " + drawings().size()
                    + " steps; step(i) draws any of them, gif(\"steps.gif\") saves them moving</em></p>");
        }
        return MimeBundle.text(alt())
                .with(MimeBundle.HTML, String.join("\n", parts))
                .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(last.png()))
                .withMetadata(
                        MimeBundle.PNG,
                        Map.of(
                                "width", last.size().width(),
                                "height", last.size().height(),
                                "alt", last.alt()));
    }

    private String details(Picture step, boolean open) {
        var alt = Html.escaped(step.alt());
        return "<details" + (open ? " open" : "") + " name=\"steps" + Integer.toHexString(alt().hashCode())
                + "\"><summary>" + alt + "</summary><img src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(step.png()) + "\" width=\""
                + step.size().width() + "\" alt=\"" + alt + "\"></details>";
    }

    /** The words of {@link #alt}. */
    @Override
    public final String toString() {
        return show.title.isEmpty() ? alt() : show.title + ": " + alt();
    }
}
