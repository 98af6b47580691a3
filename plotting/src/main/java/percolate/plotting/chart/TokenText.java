package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Text cut into tokens, each on a ground of its own: of its weight's colour, or, without weights, of one of three in turn.
 *
 * @param tokens in reading order
 * @param weights one for each, or none
 */
public record TokenText(List<String> tokens, List<Double> weights) implements Drawing {
    private static final int WIDTH = 560;
    private static final double LINE = 26;
    private static final double ROOM = 5;
    private static final double GAP = 3;
    private static final double NOTE_HEIGHT = 20;
    private static final int MOST = 600;
    private static final double TINT = 0.28;

    public TokenText {
        tokens = List.copyOf(tokens);
        weights = List.copyOf(weights);
        if (!weights.isEmpty() && weights.size() != tokens.size()) {
            throw new IllegalArgumentException("tokens: expected one weight for each of " + tokens.size()
                    + " tokens, got " + weights.size() + "; give as many");
        }
    }

    /** A token's place. */
    private record Place(int token, double x, double y, double width) {}

    @Override
    public Size size() {
        var places = places(WIDTH);
        double bottom = places.isEmpty() ? LINE : places.get(places.size() - 1).y + LINE;
        return new Size(WIDTH, (int) Math.max(Size.LEAST, Math.min(Size.MOST - 100, bottom + NOTE_HEIGHT)));
    }

    private List<Place> places(double width) {
        var context = new FontRenderContext(null, true, true);
        var places = new ArrayList<Place>();
        double x = 0;
        double y = 0;
        for (int at = 0; at < Math.min(MOST, tokens.size()); at++) {
            double own = Theme.LIGHT.text().getStringBounds(shown(at), context).getWidth() + 2 * ROOM;
            double fitting = Math.min(own, width);
            if (x > 0 && x + fitting > width) {
                x = 0;
                y += LINE;
            }
            places.add(new Place(at, x, y, fitting));
            x += fitting + GAP;
        }
        return places;
    }

    /** Spaces and line breaks are tokens too, and have to be seen. */
    private String shown(int at) {
        var token = tokens.get(at);
        return (token.length() > 200 ? token.substring(0, 200) : token)
                .replace("\n", "↵")
                .replace("\t", "→")
                .replaceAll("^ +$", "·");
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var shading = shading();
        for (var place : places(width)) {
            if (place.y + LINE > height - NOTE_HEIGHT + 1) {
                break;
            }
            var color = weights.isEmpty()
                    ? Theme.mix(theme.ground(), theme.color(place.token % 3), TINT)
                    : shading.color(weights.get(place.token), theme);
            g.setColor(color);
            g.fill(new RoundRectangle2D.Double(place.x, place.y, place.width, LINE - GAP, 6, 6));
            new Label(shown(place.token), theme.text(), Theme.textOn(color))
                    .within(g, place.width - 2 * ROOM + 1)
                    .left(g, place.x + ROOM, place.y + 16);
        }
        new Label(note(), theme.small(), theme.muted()).within(g, width).left(g, 0, height - 3);
    }

    private Shading shading() {
        return Shading.of(
                Extent.of(weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private String note() {
        var count = (tokens.size() > MOST ? "first " + MOST + " of " : "")
                + Digits.count(tokens.size())
                + (tokens.size() == 1 ? " token" : " tokens");
        var shading = shading();
        return weights.isEmpty()
                ? count
                : count + ", weights from " + Digits.of(shading.low()) + " to " + Digits.of(shading.high());
    }

    @Override
    public String alt() {
        var heaviest = weights.isEmpty() ? "" : ", heaviest “" + tokens.get(heaviest()) + "”";
        return note() + (tokens.isEmpty() ? "" : heaviest) + ": "
                + String.join("|", tokens.subList(0, Math.min(40, tokens.size())));
    }

    private int heaviest() {
        int best = 0;
        for (int at = 1; at < weights.size(); at++) {
            best = weights.get(at) > weights.get(best) ? at : best;
        }
        return best;
    }
}
