package percolate.notebooks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import percolate.Percolate;

/** The arrows of the house: who may know whom. */
@AnalyzeClasses(packages = "percolate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DSL = {
        "percolate",
        "percolate.kotlin..",
        "percolate.tensor..",
        "percolate.model..",
        "percolate.program..",
        "percolate.train..",
        "percolate.data..",
        "percolate.store..",
        "percolate.engine.."
    };

    @ArchTest
    static final ArchRule the_engine_alone_knows_djl = noClasses()
            .that(not(resideInAPackage("percolate.engine..")))
            .and()
            .doNotBelongToAnyOf(Percolate.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule one_class_knows_djls_internals = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("percolate.engine.Torch")
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
                    .and(not(JavaClass.Predicates.belongToAnyOf(percolate.Shape.class, percolate.DType.class))));

    @ArchTest
    static final ArchRule descriptions_know_no_training = noClasses()
            .that()
            .resideInAnyPackage("percolate.model..", "percolate.tensor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("percolate.train..", "percolate.data..", "percolate.store..");

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
                    "percolate.kernel.language..")
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
}
