package percolate.kernel.magic;

import java.util.List;
import percolate.kernel.api.Display;
import percolate.kernel.language.Evaluation;

/** Magics that show the lines below them as they are. */
final class ShowMagics {
    private ShowMagics() {}

    static List<Magic> all() {
        return List.of(
                showing("html", "text/html", "Shows the lines below as HTML."),
                showing("markdown", "text/markdown", "Shows the lines below as Markdown."),
                showing("latex", "text/latex", "Shows the lines below as LaTeX."),
                showing("svg", "image/svg+xml", "Shows the lines below as SVG."),
                showing("javascript", "application/javascript", "Runs the lines below as JavaScript in the page.")
                        .alias("js"));
    }

    private static Magic showing(String name, String type, String purpose) {
        return Magic.cell(name, "", purpose, call -> {
            if (call.body().isBlank()) {
                throw call.wrong("expected lines to show below, got none");
            }
            Display.display(call.body(), type);
            return new Evaluation.Nothing();
        });
    }
}
