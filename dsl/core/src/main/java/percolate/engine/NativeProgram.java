package percolate.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript program loaded into the engine. Immutable and safe to run from several threads; freed when Java no longer
 * reaches it.
 */
public final class NativeProgram {
    private final String name;
    private final Model loaded;

    private NativeProgram(String name, Model loaded) {
        this.name = name;
        this.loaded = loaded;
    }

    /**
     * Loads a program, which takes 7 to 16 ms for a small one.
     *
     * @param name says in errors what failed
     * @param methods the class body: methods whose first is called {@code forward}
     */
    public static NativeProgram load(String name, String methods) {
        return load(name, new ScriptArchive(methods).open());
    }

    /**
     * Loads a TorchScript program as PyTorch saves it, as it is in use: nothing is dropped, statistics stay.
     *
     * @param archive a zip whose entries were checked
     */
    public static NativeProgram ofArchive(String name, byte[] archive) {
        var program = load(name, new ByteArrayInputStream(archive));
        Torch.use(program.loaded);
        return program;
    }

    private static NativeProgram load(String name, InputStream archive) {
        TorchEngine.start();
        var model = Model.newInstance(name, "PyTorch");
        try {
            model.load(archive);
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new NativeFailure(name + ": the engine refused the program: " + NativeFailure.reason(e), e);
        }
        var program = new NativeProgram(name, model);
        Native.CLEANER.register(program, model::close);
        return program;
    }

    /** Arguments of a program, in the order in which {@code forward} names them. */
    public static final class Arguments {
        private final NDList list = new NDList();
        private final List<Object> kept = new ArrayList<>();

        /** A tensor. */
        public Arguments add(Array array) {
            list.add(Torch.nameless(array.nd()));
            kept.add(array);
            return this;
        }

        /**
         * A list of tensors. What a program changes in place must come this way: writes to single arguments are taken for
         * dead code. An empty list is no argument at all.
         */
        public Arguments add(String name, List<Array> arrays) {
            arrays.forEach(a -> list.add(Torch.inList(name, a.nd())));
            kept.add(arrays);
            return this;
        }
    }

    /**
     * Calls {@code forward}.
     *
     * @param recording whether operations on parameters enter the gradient graph
     * @return the tensor, or the list of tensors, that forward returned
     */
    public List<Array> run(boolean recording, Arguments arguments) {
        try {
            return Torch.run(loaded, arguments.list, recording).stream()
                    .map(Array::of)
                    .toList();
        } catch (EngineException e) {
            throw new NativeFailure(name + ": " + NativeFailure.reason(e), e);
        } finally {
            Reference.reachabilityFence(arguments);
            Reference.reachabilityFence(this);
        }
    }

    /** What the program itself holds to be trained, by name: the native arrays themselves. */
    public Map<String, Array> parameters() {
        var named = new LinkedHashMap<String, Array>();
        loaded.getBlock()
                .getParameters()
                .forEach(p -> named.put(p.getKey(), Array.borrowed(p.getValue().getArray())));
        return named;
    }

    /** Calls {@code forward} with gradients off and takes its one result. */
    public Array compute(Array... arguments) {
        var all = new Arguments();
        List.of(arguments).forEach(all::add);
        return run(false, all).get(0);
    }
}
