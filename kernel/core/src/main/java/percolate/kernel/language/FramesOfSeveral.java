package percolate.kernel.language;

import java.util.List;
import java.util.Optional;

/** The frames of the cells of several languages, which call one another. */
record FramesOfSeveral(List<CellFrames> languages) implements CellFrames {
    @Override
    public StackTraceElement[] translated(StackTraceElement[] raw) {
        var frames = raw;
        for (var language : languages) {
            frames = language.translated(frames);
        }
        return frames;
    }

    @Override
    public Optional<Place> place(StackTraceElement frame) {
        return languages.stream()
                .map(language -> language.place(frame))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public boolean isBridge(List<StackTraceElement> trace, int at) {
        return languages.stream().anyMatch(language -> language.isBridge(trace, at));
    }

    @Override
    public boolean isMachinery(StackTraceElement frame) {
        return languages.stream().anyMatch(language -> language.isMachinery(frame));
    }

    @Override
    public String library(String className) {
        var name = className;
        for (var language : languages) {
            name = language.library(name);
        }
        return name;
    }

    @Override
    public String plain(String words) {
        var plain = words;
        for (var language : languages) {
            plain = language.plain(plain);
        }
        return plain;
    }
}
