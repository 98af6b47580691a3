package percolate.kernel.language;

import java.lang.reflect.Method;

/**
 * A method or function that a cell has declared.
 *
 * @param receiver what the method is called on, null if it is static
 * @param cell the number of the cell that declared it last
 */
public record DeclaredFunction(Method method, Object receiver, int cell) {
    public String name() {
        return method.getName();
    }
}
