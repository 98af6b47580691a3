package percolate.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import percolate.DType;
import percolate.Shape;

/** Shapes and types in our words and in DJL's. */
final class Conversion {
    private Conversion() {}

    static Shape shapeOf(NDArray nd) {
        long[] given = nd.getShape().getShape();
        var sizes = new Integer[given.length];
        for (int i = 0; i < given.length; i++) {
            sizes[i] = Math.toIntExact(given[i]);
        }
        return new Shape(List.of(sizes));
    }

    static DType typeOf(NDArray nd) {
        return switch (nd.getDataType()) {
            case FLOAT32 -> DType.float32;
            case FLOAT64 -> DType.float64;
            case INT64 -> DType.int64;
            case INT32 -> DType.int32;
            case UINT8 -> DType.uint8;
            case BOOLEAN -> DType.bool;
            default ->
                throw new IllegalArgumentException("tensor: elements of type " + nd.getDataType()
                        + " are not supported; convert them to float32 first");
        };
    }

    static DataType nativeType(DType dtype) {
        return switch (dtype) {
            case float32 -> DataType.FLOAT32;
            case float64 -> DataType.FLOAT64;
            case int64 -> DataType.INT64;
            case int32 -> DataType.INT32;
            case uint8 -> DataType.UINT8;
            case bool -> DataType.BOOLEAN;
        };
    }

    static ai.djl.ndarray.types.Shape nativeShape(Shape shape) {
        return new ai.djl.ndarray.types.Shape(
                shape.sizes().stream().mapToLong(Integer::longValue).toArray());
    }
}
