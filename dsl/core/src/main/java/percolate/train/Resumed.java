package percolate.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import percolate.store.CheckpointFile;

/** The checkpoint that a training goes on from, or that there is none. */
final class Resumed {
    private final String name;
    private final CheckpointFile file;
    private final Bookmark bookmark;

    private Resumed(String name, CheckpointFile file, Bookmark bookmark) {
        this.name = name;
        this.file = file;
        this.bookmark = bookmark;
    }

    /** @param name the file's, empty for a training that begins */
    static Resumed of(String name) {
        if (name.isEmpty()) {
            return new Resumed(name, null, null);
        }
        var file = CheckpointFile.read(Path.of(name));
        return new Resumed(name, file, Bookmark.of(file));
    }

    OptionalLong seed() {
        return bookmark == null ? OptionalLong.empty() : OptionalLong.of(bookmark.seed());
    }

    /** As many as the training had; 0 where there is none. */
    int threads() {
        return bookmark == null ? 0 : bookmark.threads();
    }

    /** @throws IllegalArgumentException if the checkpoint is of another training */
    void check(Map<String, String> identity) {
        if (bookmark != null) {
            bookmark.check(name, identity);
        }
    }

    /** The number of steps that are done. */
    long restore(TrainingRun run, Steps steps, Standing standing, Tally sums) {
        if (bookmark == null) {
            return 0;
        }
        bookmark.restore(file, run, steps, standing, sums);
        return bookmark.done();
    }
}
