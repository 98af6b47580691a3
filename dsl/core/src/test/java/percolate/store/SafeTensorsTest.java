package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Shape;
import percolate.Tensor;

class SafeTensorsTest {
    @Test
    void tensorsComeBackInOrderWithTheirBits() {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("b", tensor(1.5, -0.0, Float.MIN_VALUE));
        tensors.put("a", rand(2, 3));
        tensors.put("scalar", tensor(7));
        tensors.put("none", zeros(0, 2));
        var read = SafeTensors.read(SafeTensors.write(tensors));
        assertThat(read.keySet()).containsExactly("b", "a", "scalar", "none");
        tensors.forEach((name, tensor) -> {
            assertThat(read.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.get(name).toFloatArray()).containsExactly(tensor.toFloatArray());
        });
        assertThat(read.get("scalar").shape()).isEqualTo(Shape.of());
    }

    @Test
    void theFormatIsHeaderLengthHeaderAndLittleEndianElements() {
        var bytes = SafeTensors.write(Map.of("w", tensor(new float[] {1})));
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) buffer.getLong();
        assertThat(new String(bytes, 8, length, StandardCharsets.UTF_8))
                .isEqualTo("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
        assertThat(buffer.getFloat(8 + length)).isEqualTo(1);
        assertThat(bytes).hasSize(12 + length);
    }

    private static byte[] file(long length, String header, int body) {
        var json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + body)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, Integer.MAX_VALUE, 3})
    void aHeaderLongerThanTheFileIsRefused(long length) {
        assertThatThrownBy(() -> SafeTensors.read(file(length, "{}", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(length));
        assertThatThrownBy(() -> SafeTensors.read(new byte[7])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2000000000], 'data_offsets': [0, 8]",
                "[2147483647], 'data_offsets': [0, -4]",
                "[1000000, 1000000], 'data_offsets': [0, 8]",
                "[1073741824], 'data_offsets': [0, 0]",
                "[2], 'data_offsets': [-8, 0]",
                "[2], 'data_offsets': [4, 12]",
                "[2], 'data_offsets': [8, 0]",
                "[2], 'data_offsets': [0]",
                "[-1], 'data_offsets': [0, 8]"
            })
    void sizesThatTheFileDoesNotHoldAreRefusedBeforeMemoryIsAsked(String said) {
        var header = ("{'w':{'dtype':'F32','shape':" + said + "}}").replace('\'', '"');
        assertThatThrownBy(() -> SafeTensors.read(file(header.length(), header, 8)))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void otherTypesAreRefused() {
        var header = "{\"w\":{\"dtype\":\"F8_E4M3\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        assertThatThrownBy(() -> SafeTensors.read(file(header.length(), header, 8)))
                .hasMessageContaining("F8_E4M3");
    }
}
