package percolate.notebooks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import percolate.Percolate;

/** The arrows of the house: who may know whom. */
@AnalyzeClasses(
        packages = "percolate",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** What other modules' tests share comes in jars of its own once they are packaged. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] DSL = {
        "percolate",
        "percolate.kotlin..",
        "percolate.tensor..",
        "percolate.model..",
        "percolate.program..",
        "percolate.loss..",
        "percolate.metric..",
        "percolate.optimizer..",
        "percolate.train..",
        "percolate.insight..",
        "percolate.sweep..",
        "percolate.data..",
        "percolate.augment..",
        "percolate.store..",
        "percolate.architecture..",
        "percolate.analysis..",
        "percolate.decoding..",
        "percolate.djl..",
        "percolate.engine.."
    };

    @ArchTest
    static final ArchRule djl_is_known_to_the_engine_and_where_raw_djl_is_met = noClasses()
            .that(not(resideInAnyPackage("percolate.engine..", "percolate.djl..")))
            .and()
            .doNotBelongToAnyOf(Percolate.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule one_class_knows_djls_internals = noClasses()
            .that()
            .haveNameNotMatching("percolate\\.engine\\.Torch(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch..");

    @ArchTest
    static final ArchRule the_engine_knows_arrays_and_programs_only = noClasses()
            .that()
            .resideInAPackage("percolate.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("percolate..")
                    .and(not(resideInAPackage("percolate.engine..")))
                    .and(not(JavaClass.Predicates.belongToAnyOf(
                            percolate.Shape.class, percolate.DType.class, percolate.Device.class))));

    @ArchTest
    static final ArchRule descriptions_know_no_training = noClasses()
            .that()
            .resideInAnyPackage("percolate.model..", "percolate.tensor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "percolate.loss..",
                    "percolate.metric..",
                    "percolate.optimizer..",
                    "percolate.train..",
                    "percolate.data..",
                    "percolate.store..");

    @ArchTest
    static final ArchRule what_is_trained_for_knows_no_training = noClasses()
            .that()
            .resideInAnyPackage("percolate.loss..", "percolate.metric..", "percolate.optimizer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("percolate.train..", "percolate.data..", "percolate.store..");

    @ArchTest
    static final ArchRule trainings_are_looked_at_by_what_they_tell = noClasses()
            .that()
            .resideInAnyPackage("percolate.insight..", "percolate.sweep..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("percolate.train..", "percolate.loss..", "percolate.metric..", "percolate.optimizer..");

    @ArchTest
    static final ArchRule optimizers_know_gradients_alone = noClasses()
            .that()
            .resideInAPackage("percolate.optimizer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("percolate.loss..", "percolate.metric..");

    @ArchTest
    static final ArchRule the_dsl_knows_neither_kernel_nor_pictures = noClasses()
            .that()
            .resideInAnyPackage(DSL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("percolate.kernel..", "percolate.plotting..");

    @ArchTest
    static final ArchRule the_kernel_knows_no_deep_learning = noClasses()
            .that()
            .resideInAPackage("percolate.kernel..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(DSL).or(resideInAPackage("percolate.plotting..")));

    @ArchTest
    static final ArchRule what_libraries_see_of_the_kernel_needs_the_jdk_alone = classes()
            .that()
            .resideInAPackage("percolate.kernel.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "percolate.kernel.api..");

    @ArchTest
    static final ArchRule a_language_is_known_by_its_interface = noClasses()
            .that()
            .resideInAnyPackage(
                    "percolate.kernel.protocol..",
                    "percolate.kernel.channels..",
                    "percolate.kernel.session..",
                    "percolate.kernel.history..",
                    "percolate.kernel.render..",
                    "percolate.kernel.magic..",
                    "percolate.kernel.dependency..",
                    "percolate.kernel.cells..",
                    "percolate.kernel.language..",
                    "percolate.kernel.traceback..",
                    "percolate.kernel.documentation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "percolate.kernel.java..",
                    "percolate.kernel.kotlin..",
                    "percolate.kernel.app..",
                    "jdk.jshell..",
                    "kotlin.script..",
                    "org.jetbrains.kotlin..");

    @ArchTest
    static final ArchRule java_knows_neither_jupyter_nor_kotlin =
            ofTheKernel("java", "api", "cells", "language", "traceback", "documentation");

    @ArchTest
    static final ArchRule kotlin_knows_neither_jupyter_nor_java =
            ofTheKernel("kotlin", "api", "cells", "language", "traceback", "documentation");

    @ArchTest
    static final ArchRule tracebacks_know_no_language = ofTheKernel("traceback", "cells", "language");

    @ArchTest
    static final ArchRule documentation_knows_declarations_alone = ofTheKernel("documentation");

    @ArchTest
    static final ArchRule a_language_is_described_without_the_kernel = ofTheKernel("language", "api");

    @ArchTest
    static final ArchRule cells_live_without_the_kernel = ofTheKernel("cells");

    @ArchTest
    static final ArchRule messages_know_no_sockets = ofTheKernel("protocol", "language");

    @ArchTest
    static final ArchRule sockets_know_messages_alone = ofTheKernel("channels", "protocol");

    @ArchTest
    static final ArchRule history_knows_messages_alone = ofTheKernel("history", "protocol");

    @ArchTest
    static final ArchRule libraries_are_found_without_cells = ofTheKernel("dependency", "api");

    @ArchTest
    static final ArchRule rendering_knows_no_messages = ofTheKernel("render", "api", "cells", "language");

    @ArchTest
    static final ArchRule magics_know_no_messages =
            ofTheKernel("magic", "api", "cells", "dependency", "language", "render");

    @ArchTest
    static final ArchRule libraries_are_found_by_maven_in_one_place =
            isKnownIn(List.of("dependency"), "org.eclipse.aether..", "org.apache.maven..", "eu.maveniverse..");

    @ArchTest
    static final ArchRule bytecode_is_woven_beside_the_compilers =
            isKnownIn(List.of("cells", "java", "kotlin"), "org.objectweb.asm..");

    @ArchTest
    static final ArchRule kotlins_compiler_is_known_in_one_place =
            isKnownIn(List.of("kotlin"), "org.jetbrains.kotlin..", "kotlin.script..");

    @ArchTest
    static final ArchRule the_repl_of_java_is_known_to_java_alone = isKnownIn(List.of("java"), "jdk.jshell..");

    @ArchTest
    static final ArchRule javas_compiler_is_known_in_one_place =
            isKnownIn(List.of("java", "documentation"), "com.sun.source..", "javax.tools..");

    @ArchTest
    static final ArchRule sockets_are_held_by_channels_and_rehearsals =
            isKnownIn(List.of("channels", "app"), "org.zeromq..", "zmq..");

    @ArchTest
    static final ArchRule plotting_knows_of_the_kernel_what_every_library_does = noClasses()
            .that()
            .resideInAPackage("percolate.plotting..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("percolate.kernel..").and(not(resideInAPackage("percolate.kernel.api.."))));

    @ArchTest
    static final ArchRule charts_know_numbers_only = noClasses()
            .that()
            .resideInAPackage("percolate.plotting.chart..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(DSL).or(resideInAPackage("percolate.kernel..")));

    /** A package of the kernel knows, of the kernel, these others alone. */
    private static ArchRule ofTheKernel(String part, String... others) {
        var known = Stream.concat(Stream.of(part), Stream.of(others)).toList();
        return noClasses()
                .that()
                .resideInAnyPackage(packages(List.of(part)))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("percolate.kernel..").and(not(resideInAnyPackage(packages(known)))));
    }

    /** Nothing but these packages of the kernel knows a library. */
    private static ArchRule isKnownIn(List<String> parts, String... library) {
        return noClasses()
                .that(not(resideInAnyPackage(packages(parts))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static String[] packages(List<String> parts) {
        return parts.stream().map(part -> "percolate.kernel." + part + "..").toArray(String[]::new);
    }
}
