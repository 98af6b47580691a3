package percolate.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import percolate.Model;
import percolate.engine.Array;
import percolate.engine.ScriptModule;
import percolate.program.Programs;

/** A model as a TorchScript file, for Python and whatever else runs PyTorch. */
public final class ExportFile {
    private ExportFile() {}

    /** @throws ModelFileException if the file cannot be written */
    public static void write(Path file, Model model) {
        var graph = model.graph();
        if (graph.isStepwise()) {
            throw new IllegalStateException("export(\"" + file
                    + "\"): the model holds layers of your own, whose code runs in Java alone; take save(…), or build"
                    + " it of built-in layers");
        }
        var weights = new LinkedHashMap<String, Array>();
        var arrays = model.arrays();
        for (int i = 0; i < arrays.size(); i++) {
            weights.put("w" + i, arrays.get(i));
        }
        try {
            AtomicFile.write(file, new ScriptModule(Programs.exported(graph), weights).bytes());
        } catch (IOException e) {
            throw ModelFile.unwritten("export", file, e);
        }
    }
}
