package percolate.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellFramesTest {
    /** A language whose cells' frames start with its name, raw, and have none of it once translated. */
    private record Named(String name) implements CellFrames {
        @Override
        public StackTraceElement[] translated(StackTraceElement[] raw) {
            return Stream.of(raw)
                    .map(frame -> frame.getClassName().startsWith(name)
                            ? new StackTraceElement("Cell", frame.getMethodName(), name, frame.getLineNumber())
                            : frame)
                    .toArray(StackTraceElement[]::new);
        }

        @Override
        public Optional<Place> place(StackTraceElement frame) {
            return name.equals(frame.getFileName())
                    ? Optional.of(new Place(new Cell(1, "x"), frame.getLineNumber(), name))
                    : Optional.empty();
        }

        @Override
        public boolean isBridge(List<StackTraceElement> trace, int at) {
            return trace.get(at).getMethodName().equals(name);
        }

        @Override
        public String plain(String words) {
            return words.replace(name, "");
        }
    }

    @Test
    void severalLanguagesKnowThePlacesOfEach() {
        var frames = CellFrames.of(List.of(new Named("Left"), new Named("Right")));
        var translated = frames.translated(new StackTraceElement[] {
            new StackTraceElement("RightCell", "f", null, 1),
            new StackTraceElement("lib.Part", "Left", null, 2),
            new StackTraceElement("LeftCell", "g", null, 3)
        });
        assertThat(translated)
                .extracting(frame -> frames.place(frame).map(CellFrames.Place::function))
                .containsExactly(Optional.of("Right"), Optional.empty(), Optional.of("Left"));
        assertThat(frames.isBridge(List.of(translated), 1)).isTrue();
        assertThat(frames.plain("LeftTile and RightTile")).isEqualTo("Tile and Tile");
    }

    @Test
    void noLanguageKnowsNothing() {
        var frame = new StackTraceElement("lib.Part", "f", null, 1);
        assertThat(CellFrames.none().place(frame)).isEmpty();
        assertThat(CellFrames.none().library("lib.Part")).isEqualTo("lib.Part");
    }
}
