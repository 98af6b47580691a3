package percolate.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a pickle of tensors may hold beside numbers, texts, lists and maps. */
final class Pickled {
    private Pickled() {}

    /** Something that is named to be made. */
    record Name(String module, String name) {
        private static final Set<String> LISTS =
                Set.of("build_intlist", "build_doublelist", "build_boollist", "build_tensorlist");

        static Name of(String module, String name) {
            var named = new Name(module, name);
            if (!named.isHarmless()) {
                throw new Reading.Refused("it names " + module + "." + name
                        + ", and a file of weights may name nothing but tensors, so that nothing of it was run; get the"
                        + " weights as safetensors, or save them with torch.save(net.state_dict(), file)");
            }
            return named;
        }

        private boolean isHarmless() {
            return switch (module) {
                case "collections" -> name.equals("OrderedDict");
                case "torch._utils" -> name.equals("_rebuild_tensor_v2") || name.equals("_rebuild_parameter");
                case "torch.jit._pickle" -> LISTS.contains(name) || name.equals("restore_type_tag");
                case "torch" -> name.endsWith("Storage");
                default -> isModule();
            };
        }

        private boolean isModule() {
            return module.equals("__torch__") || module.startsWith("__torch__.");
        }

        /** What Python would make of it. */
        Object made(List<?> arguments) {
            return switch (name) {
                case "OrderedDict" -> new LinkedHashMap<String, Object>();
                case "_rebuild_tensor_v2" -> Placed.of(arguments);
                case "_rebuild_parameter", "restore_type_tag" -> arguments.get(0);
                default -> other(arguments);
            };
        }

        private Object other(List<?> arguments) {
            if (isModule()) {
                return new Module(new LinkedHashMap<>());
            }
            if (LISTS.contains(name)) {
                return arguments.get(0);
            }
            throw new IllegalArgumentException("the pickle in it is garbled");
        }
    }

    /** A module of a TorchScript program with what it holds. */
    record Module(Map<String, Object> fields) {}

    /** Numbers that lie in an entry of their own. */
    record Storage(Elements elements, String key) {
        /** @param said {@code ("storage", its kind, its key, the device, the count)} */
        static Storage of(List<?> said) {
            if (said.size() < 3 || !"storage".equals(said.get(0))) {
                throw new IllegalArgumentException("the pickle in it is garbled");
            }
            return new Storage(Elements.stored(((Name) said.get(1)).name()), (String) said.get(2));
        }
    }

    /** A tensor: where its elements lie in the storage. */
    record Placed(Storage storage, long offset, List<Long> sizes, List<Long> strides) {
        static Placed of(List<?> said) {
            if (said.size() < 4) {
                throw new IllegalArgumentException("the pickle in it is garbled");
            }
            return new Placed((Storage) said.get(0), (Long) said.get(1), numbers(said.get(2)), numbers(said.get(3)));
        }

        private static List<Long> numbers(Object list) {
            return ((List<?>) list).stream().map(Long.class::cast).toList();
        }
    }
}
