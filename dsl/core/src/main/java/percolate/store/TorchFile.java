package percolate.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Shape;
import percolate.Tensor;

/**
 * A file of PyTorch: a zip with a pickle, {@code data.pkl}, and an entry for each storage of numbers. {@code torch.save} of
 * weights writes one, and a TorchScript program is one that holds code too.
 */
final class TorchFile {
    private static final String PICKLE = "/data.pkl";

    /** Deeper than any checkpoint is; a pickle can hold itself. */
    private static final int DEEPEST = 64;

    /** Tensors share storages, though not this often. */
    private static final int MOST_OFTEN = 16;

    private final Archive archive;
    private final String root;
    private final Map<String, ByteBuffer> storages = new LinkedHashMap<>();
    private final Map<String, Tensor> found = new LinkedHashMap<>();
    private long bytesLeft;
    private long visitsLeft;

    private TorchFile(Archive archive, String root) {
        this.archive = archive;
        this.root = root;
        this.bytesLeft = MOST_OFTEN * archive.size();
        this.visitsLeft = archive.size();
    }

    static boolean is(Archive archive) {
        return archive.names().stream().anyMatch(name -> name.endsWith(PICKLE));
    }

    static TorchFile of(Archive archive) {
        var pickles =
                archive.names().stream().filter(name -> name.endsWith(PICKLE)).toList();
        if (pickles.size() != 1) {
            throw new IllegalArgumentException("expected one data.pkl, got " + pickles);
        }
        return new TorchFile(archive, pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length()));
    }

    /** Whether it holds code beside the weights. */
    boolean isScript() {
        return archive.names().stream().anyMatch(name -> name.startsWith(root + "/code/"));
    }

    /**
     * All tensors by their names, those of modules and maps within behind a dot.
     *
     * @throws IllegalArgumentException if the pickle names anything but tensors
     */
    Map<String, Tensor> weights() throws IOException {
        var order = root + "/byteorder";
        if (archive.has(order)
                && !new String(archive.read(order), StandardCharsets.US_ASCII)
                        .strip()
                        .equals("little")) {
            throw new Reading.Refused("its numbers are big-endian; save it on another machine");
        }
        visit("", Unpickler.read(archive.read(root + PICKLE)), 0);
        return found;
    }

    private void visit(String name, Object value, int depth) throws IOException {
        if (depth > DEEPEST || --visitsLeft < 0) {
            throw new IllegalArgumentException("the pickle in it holds itself");
        }
        if (value instanceof Pickled.Placed placed) {
            found.put(name, tensor(name, placed));
        } else if (value instanceof Pickled.Module module) {
            visitAll(name, module.fields(), depth);
        } else if (value instanceof Map<?, ?> map) {
            visitAll(name, map, depth);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(within(name, String.valueOf(i)), list.get(i), depth + 1);
            }
        }
    }

    private void visitAll(String name, Map<?, ?> map, int depth) throws IOException {
        for (var entry : map.entrySet()) {
            visit(within(name, (String) entry.getKey()), entry.getValue(), depth + 1);
        }
    }

    private static String within(String outer, String name) {
        return outer.isEmpty() ? name : outer + "." + name;
    }

    private Tensor tensor(String name, Pickled.Placed placed) throws IOException {
        var numbers = numbers(placed.storage());
        var elements = placed.storage().elements();
        int rank = placed.sizes().size();
        long last = placed.offset();
        long count = 1;
        boolean fits = rank == placed.strides().size() && last >= 0;
        for (int axis = 0; axis < rank && fits; axis++) {
            long size = placed.sizes().get(axis);
            long stride = placed.strides().get(axis);
            fits = size >= 0 && stride >= 0 && size <= Integer.MAX_VALUE && stride <= Integer.MAX_VALUE;
            last += Math.max(0, size - 1) * stride;
            count = Math.multiplyExact(count, size);
        }
        long held = numbers.capacity() / elements.bytes();
        bytesLeft -= count * elements.bytes();
        if (!fits || count > held || (count > 0 && last >= held) || bytesLeft < 0) {
            throw new IllegalArgumentException(
                    (name.isEmpty() ? "the tensor in it" : name) + " is larger than what the file holds of it");
        }
        return read(numbers, elements, placed);
    }

    private static Tensor read(ByteBuffer numbers, Elements elements, Pickled.Placed placed) {
        int[] sizes = placed.sizes().stream().mapToInt(Math::toIntExact).toArray();
        long[] strides = placed.strides().stream().mapToLong(s -> s).toArray();
        return elements.read(numbers, Shape.of(sizes), i -> placed.offset() + place(i, sizes, strides));
    }

    /** Where the element of this number in row-major order lies. */
    private static long place(int number, int[] sizes, long... strides) {
        long place = 0;
        for (int axis = sizes.length - 1, left = number; axis >= 0; axis--) {
            place += left % sizes[axis] * strides[axis];
            left /= sizes[axis];
        }
        return place;
    }

    private ByteBuffer numbers(Pickled.Storage storage) throws IOException {
        var entry = root + "/data/" + storage.key();
        if (!storages.containsKey(entry)) {
            if (!archive.has(entry)) {
                throw new IllegalArgumentException("its entry " + entry + " is missing");
            }
            storages.put(entry, ByteBuffer.wrap(archive.read(entry)));
        }
        return storages.get(entry);
    }

    /** Every entry as it was checked, for the native reader. */
    Map<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var name : archive.names()) {
            if (!name.endsWith("/")) {
                entries.put(name, archive.read(name));
            }
        }
        return entries;
    }
}
