package percolate.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedTypeTest {
    List<String> strings = List.of();
    List<? extends String> someStrings = List.of();
    List<Integer> integers = List.of();
    Map<String, List<? extends Number>> numbers = Map.of();
    Map<String, List<Number>> plainNumbers = Map.of();
    List<String>[] array;
    List<? super String>[] otherArray;
    int one;
    Integer boxed;

    private static Type type(String field) {
        try {
            return SharedTypeTest.class.getDeclaredField(field).getGenericType();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean same(String one, String other) {
        return SharedType.isSame(type(one), type(other));
    }

    @Test
    void wildcardsMakeNoDifferenceAtAnyDepth() {
        assertThat(same("strings", "someStrings")).isTrue();
        assertThat(same("numbers", "plainNumbers")).isTrue();
        assertThat(same("array", "otherArray")).isTrue();
    }

    @Test
    void argumentsAndBoxesDo() {
        assertThat(same("strings", "integers")).isFalse();
        assertThat(same("strings", "array")).isFalse();
        assertThat(same("one", "boxed")).isFalse();
        assertThat(same("one", "one")).isTrue();
    }
}
