package percolate.data.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.zip.GZIPInputStream;
import percolate.DType;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.engine.Array;

/**
 * Arrays in the format of MNIST: two zeros, the elements' type, the number of axes, the axes' sizes, the elements, largest
 * byte first; packed by gzip or not.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database</a>
 */
final class Idx {
    private static final int GZIP = 0x1f8b;
    private static final int MOST_AXES = 8;
    /** Gzip packs no better than this. */
    private static final long MOST_PACKED = 1032;

    private final Path file;

    private Idx(Path file) {
        this.file = file;
    }

    /** @throws DataException if there is no such file, or it is not in this format */
    static Tensor read(Path file) {
        return new Idx(file).read();
    }

    private Tensor read() {
        try (var in = new DataInputStream(open())) {
            int magic = in.readInt();
            int axes = magic & 0xff;
            var type = Kind.of(magic >> 8);
            if (type == null || axes < 1 || axes > MOST_AXES) {
                throw failure(
                        "a file in the format of MNIST, which begins with two zeros, a type and 1 to " + MOST_AXES
                                + " axes",
                        String.format("0x%08x", magic),
                        null);
            }
            var sizes = new int[axes];
            for (int i = 0; i < axes; i++) {
                sizes[i] = in.readInt();
            }
            return elements(in, type, sizes);
        } catch (EOFException e) {
            throw failure("a whole file in the format of MNIST", "one that ends early", e);
        } catch (NoSuchFileException e) {
            throw failure("a file", "none at " + file.toAbsolutePath(), e);
        } catch (IOException e) {
            throw failure("a whole file in the format of MNIST", "one that cannot be read (" + Words.of(e) + ")", e);
        }
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        int first = in.read() << 8 | in.read();
        in.reset();
        return first == GZIP ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private Tensor elements(InputStream in, Kind type, int... sizes) throws IOException {
        long count = 1;
        for (int size : sizes) {
            count = size < 0 || count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * size;
        }
        long bytes = count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * type.bytes;
        if (bytes > Math.min(Integer.MAX_VALUE - 8, MOST_PACKED * Files.size(file))) {
            throw failure(
                    "elements for the sizes that it begins with, " + Arrays.toString(sizes),
                    "a file too small for them",
                    null);
        }
        var read = in.readNBytes((int) bytes);
        if (read.length < bytes || in.read() >= 0) {
            throw failure(
                    bytes + " bytes of elements for the sizes " + Arrays.toString(sizes),
                    read.length < bytes ? String.valueOf(read.length) : "more",
                    null);
        }
        return type.tensor(ByteBuffer.wrap(read), Shape.of(sizes));
    }

    private DataException failure(String expected, String got, Exception cause) {
        return new DataException(
                "idx(\"" + file.getFileName() + "\"): expected " + expected + ", got " + got
                        + "; check the name, or fetch the file again",
                cause);
    }

    /** The types of elements, by the byte that stands for them. */
    private enum Kind {
        UBYTE(0x08, 1) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                return new Tensor(Array.of(bytes, shape, DType.uint8));
            }
        },
        BYTE(0x09, 1) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                return integers(shape, () -> bytes.get());
            }
        },
        SHORT(0x0b, 2) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                return integers(shape, () -> bytes.getShort());
            }
        },
        INT(0x0c, 4) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                return integers(shape, () -> bytes.getInt());
            }
        },
        FLOAT(0x0d, 4) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                var values = new float[shape.length()];
                bytes.asFloatBuffer().get(values);
                return new Tensor(Array.of(values, shape));
            }
        },
        DOUBLE(0x0e, 8) {
            @Override
            Tensor tensor(ByteBuffer bytes, Shape shape) {
                var values = new double[shape.length()];
                bytes.asDoubleBuffer().get(values);
                return new Tensor(Array.of(values, shape)).to(DType.float32);
            }
        };

        private final int code;
        private final int bytes;

        Kind(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        static Kind of(int code) {
            return Arrays.stream(values())
                    .filter(k -> k.code == code)
                    .findFirst()
                    .orElse(null);
        }

        abstract Tensor tensor(ByteBuffer bytes, Shape shape);

        private static Tensor integers(Shape shape, IntSupplier next) {
            var values = new long[shape.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = next.getAsInt();
            }
            return new Tensor(Array.of(values, shape));
        }
    }
}
