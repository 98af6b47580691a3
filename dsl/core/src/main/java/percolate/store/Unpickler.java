package percolate.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads a pickle of tensors as PyTorch writes it: numbers, texts, lists, maps, tensors, and the modules of a TorchScript
 * program. Pickle is a language that can name any function of Python; what is none of these is refused by its name, and
 * nothing is ever called.
 *
 * @see <a href="https://docs.python.org/3/library/pickletools.html">the opcodes</a>
 */
final class Unpickler {
    private static final Object MARK = new Object();

    /** What Python calls None. */
    static final Object NONE = new Object();

    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Unpickler(byte[] pickle) {
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws IllegalArgumentException if it is no such pickle, or names something else */
    static Object read(byte[] pickle) {
        try {
            return new Unpickler(pickle).run();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NoSuchElementException | ClassCastException e) {
            throw new IllegalArgumentException("the pickle in it is garbled", e);
        }
    }

    private Object run() {
        for (int code = next(); code != '.'; code = next()) {
            if (!constant(code) && !collection(code)) {
                step(code);
            }
        }
        return stack.pop();
    }

    private int next() {
        return Byte.toUnsignedInt(in.get());
    }

    private boolean constant(int code) {
        switch (code) {
            case 'N' -> stack.push(NONE);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'J' -> stack.push((long) in.getInt());
            case 'K' -> stack.push((long) next());
            case 'M' -> stack.push((long) Short.toUnsignedInt(in.getShort()));
            case 0x8a -> stack.push(whole(next()));
            case 'G' -> stack.push(in.duplicate().order(ByteOrder.BIG_ENDIAN).getDouble(in.position()));
            case 'X' -> stack.push(text(in.getInt()));
            case 0x8c -> stack.push(text(next()));
            default -> {
                return false;
            }
        }
        if (code == 'G') {
            in.position(in.position() + Double.BYTES);
        }
        return true;
    }

    private boolean collection(int code) {
        switch (code) {
            case '(' -> stack.push(MARK);
            case ')', ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case 't', 'l' -> stack.push(marked());
            case 0x85 -> stack.push(last(1));
            case 0x86 -> stack.push(last(2));
            case 0x87 -> stack.push(last(3));
            case 'a' -> append(last(1));
            case 'e' -> append(marked());
            case 's' -> put(last(2));
            case 'u' -> put(marked());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(int code) {
        switch (code) {
            case 0x80 -> protocol(next());
            case 'c' -> stack.push(Pickled.Name.of(line(), line()));
            case 'q' -> memo.put(next(), stack.element());
            case 'r' -> memo.put(in.getInt(), stack.element());
            case 'h' -> stack.push(remembered(next()));
            case 'j' -> stack.push(remembered(in.getInt()));
            case 'Q' -> stack.push(Pickled.Storage.of((List<?>) stack.pop()));
            case 'R', 0x81 -> {
                var arguments = (List<?>) stack.pop();
                stack.push(((Pickled.Name) stack.pop()).made(arguments));
            }
            case 'b' -> build(stack.pop());
            default ->
                throw new IllegalArgumentException(String.format(
                        "the pickle in it says 0x%02x, which no file of tensors does; get the weights as safetensors",
                        code));
        }
    }

    private static void protocol(int version) {
        if (version > 4) {
            throw new IllegalArgumentException("expected a pickle of protocol 2, got " + version);
        }
    }

    private Object remembered(int number) {
        var value = memo.get(number);
        if (value == null) {
            throw new IllegalArgumentException("the pickle in it is garbled");
        }
        return value;
    }

    /** A module takes its fields over, a map keeps what it has. */
    private void build(Object state) {
        if (stack.element() instanceof Pickled.Module module) {
            module.fields().putAll(map(state));
        } else {
            map(stack.element());
        }
    }

    private void append(List<Object> values) {
        list(stack.element()).addAll(values);
    }

    private void put(List<Object> pairs) {
        var into = map(stack.element());
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (!(pairs.get(i) instanceof String) && !(pairs.get(i) instanceof Long)) {
                throw new IllegalArgumentException("expected texts and whole numbers as keys in the pickle");
            }
            into.put(String.valueOf(pairs.get(i)), pairs.get(i + 1));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (ArrayList<Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (LinkedHashMap<String, Object>) value;
    }

    private List<Object> last(int count) {
        var values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(0, stack.pop());
        }
        return values;
    }

    private List<Object> marked() {
        var values = new ArrayList<>();
        for (var value = stack.pop(); value != MARK; value = stack.pop()) {
            values.add(value);
        }
        Collections.reverse(values);
        return values;
    }

    /** Little-endian, two's complement. */
    private long whole(int length) {
        if (length > Long.BYTES) {
            throw new IllegalArgumentException("the pickle in it holds a number of " + length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) next() << (8 * i);
        }
        int unused = Long.SIZE - 8 * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    private String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        int from = in.position();
        int end = from;
        while (in.get(end) != '\n') {
            end++;
        }
        in.position(end + 1);
        return new String(in.array(), from, end - from, StandardCharsets.UTF_8);
    }
}
