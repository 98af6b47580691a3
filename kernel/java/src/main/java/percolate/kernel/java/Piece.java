package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * One snippet of a cell.
 *
 * @param source what JShell compiles: a stretch of the cell, with a semicolon added where only that was missing
 * @param offset where the stretch starts in the cell
 * @param shift how many letters the source begins with that the cell does not have
 */
record Piece(String source, int offset, Completeness completeness, int shift) {
    /**
     * The snippets of a cell in order; what cannot be split is one piece to the end. Comments alone are none.
     *
     * @param stopped whether to split no further: thousands of statements take a while
     */
    static List<Piece> split(SourceCodeAnalysis analysis, String code, BooleanSupplier stopped) {
        var pieces = new ArrayList<Piece>();
        var rest = code;
        while (!rest.isBlank() && !stopped.getAsBoolean()) {
            var info = analysis.analyzeCompletion(rest);
            var text = isWhole(info) ? info.source() : rest;
            var blank = text.length() - text.stripLeading().length();
            var piece = new Piece(text.substring(blank), code.length() - rest.length() + blank, info.completeness(), 0);
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            rest = isWhole(info) && info.remaining().length() < rest.length() ? info.remaining() : "";
        }
        return List.copyOf(pieces);
    }

    Piece shifted(int by) {
        return new Piece(source, offset, completeness, by);
    }

    /** A missing semicolon merges two statements into one piece, which then spans lines. */
    boolean mayHaveSwallowedNext() {
        return offset > 0 && source.strip().contains("\n");
    }

    /** Whether the piece cannot run because it does not parse, or because something is still open at its end. */
    boolean isBroken() {
        return completeness == Completeness.DEFINITELY_INCOMPLETE || completeness == Completeness.UNKNOWN;
    }

    /** The source without comments, and without what stands in texts. */
    String bare() {
        return Masked.of(source, 0).code().strip();
    }

    /** Whether a semicolon ends it. */
    boolean isClosed() {
        return bare().endsWith(";");
    }

    private boolean isEmpty() {
        return completeness == Completeness.EMPTY || source.equals(";");
    }

    private static boolean isWhole(CompletionInfo info) {
        return info.source() != null && info.completeness() != Completeness.EMPTY;
    }
}
