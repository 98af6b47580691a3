package percolate.plotting.chart;

import java.awt.Graphics2D;

/** Words in place of a picture, where there is nothing to draw. */
public record Sentence(String alt) implements Drawing {
    @Override
    public Size size() {
        return new Size(420, Size.LEAST);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        new Label(alt, theme.text(), theme.ink()).within(g, width).middle(g, width / 2, height / 2);
    }
}
