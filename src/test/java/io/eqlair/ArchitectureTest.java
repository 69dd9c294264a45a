package io.eqlair;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.FileDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom. Three storeys, language, detection and service, and imports point only downwards; the table
 * says which, one line for each edge with its reason. Besides, everybody may import {@code problem}, and a parent its
 * children; a child never imports its parent.
 */
class ArchitectureTest {
    private static final String BASE = "io.eqlair";

    private static final List<Edge> ALLOWED = List.of(
            // The language
            new Edge("eql.pattern", "eql.source", "a pattern that does not compile points at its place in the text"),
            new Edge("eql.pattern", "eql.value", "a network is a pattern for addresses, which are values"),
            new Edge("eql.ast", "eql.source", "every node knows where it stands"),
            new Edge("eql.ast", "eql.value", "a literal is a value"),
            new Edge("eql.parser", "eql.source", "it reads a source, and its errors point into it"),
            new Edge("eql.parser", "eql.value", "literals are read into values"),
            new Edge("eql.parser", "eql.ast", "what it makes"),
            new Edge("eql.function", "eql.value", "functions take and return values"),
            new Edge("eql.function", "eql.pattern", "some arguments are wildcards, expressions or networks"),
            new Edge("eql.analysis", "eql.source", "its errors point into the text"),
            new Edge("eql.analysis", "eql.value", "constants are folded into values"),
            new Edge("eql.analysis", "eql.pattern", "patterns are compiled here, once"),
            new Edge("eql.analysis", "eql.ast", "what it checks"),
            new Edge("eql.analysis", "eql.function", "calls are resolved against the library"),
            // Detection
            new Edge("event", "eql.value", "an event's fields hold the values that queries compare"),
            new Edge("engine.matcher", "eql.source", "a clause that matched is shown as it was written"),
            new Edge("engine.matcher", "eql.value", "it compares values"),
            new Edge("engine.matcher", "eql.pattern", "it asks compiled patterns"),
            new Edge("engine.matcher", "eql.ast", "it compiles expressions"),
            new Edge("engine.matcher", "eql.function", "it calls functions"),
            new Edge("engine.matcher", "eql.analysis", "what it compiles is a checked query"),
            new Edge("engine.matcher", "event", "what is asked is an event"),
            new Edge("engine.index", "eql.value", "a required term is a field's value"),
            new Edge("engine.index", "eql.pattern", "the literal parts of a pattern are terms"),
            new Edge("engine.index", "eql.ast", "it reads terms off expressions"),
            new Edge("engine.index", "eql.analysis", "what it indexes is a checked query"),
            new Edge("engine.index", "eql.source", "predicates stand nowhere in particular once they are shared"),
            new Edge(
                    "engine.index",
                    "engine.matcher",
                    "what no field matcher answers is asked in the straightforward way"),
            new Edge("engine.index", "event", "candidates are picked for an event"),
            new Edge("engine.index", "event.json", "the values of fields are ranges of JSON"),
            new Edge("engine.index.field", "eql.value", "case is folded, and constants have a text"),
            new Edge("engine.index.field", "eql.analysis", "the predicates that it asks together"),
            new Edge(
                    "engine.index.field",
                    "engine.matcher",
                    "what the automaton has no room for is asked in the straightforward way"),
            new Edge("engine.index.field", "event.json", "a value is a range of JSON"),
            new Edge("engine.sequence", "eql.value", "a join key is a list of values"),
            new Edge("engine.sequence", "eql.ast", "stages come from a sequence's items"),
            new Edge("engine.sequence", "eql.analysis", "what it runs is a checked sequence"),
            new Edge("engine.sequence", "engine.matcher", "a stage asks a matcher"),
            new Edge("engine.sequence", "event", "pending sequences are made of events"),
            new Edge("engine", "eql.parser", "a rule's text is parsed when the rule is compiled"),
            new Edge("engine", "eql.pattern", "a rule's index patterns are wildcards"),
            new Edge("engine", "eql.source", "a rule's clauses and errors point into its text"),
            new Edge("engine", "eql.value", "matched values are shown in a detection"),
            new Edge("engine", "eql.ast", "event queries, sequences and samples run differently"),
            new Edge("engine", "eql.analysis", "a compiled rule holds its checked query"),
            new Edge("engine", "event", "events go in"),
            new Edge("explain", "engine", "it explains a checked rule, and asks what is pending for it"),
            new Edge("explain", "engine.matcher", "each part of a condition is compiled and asked by itself"),
            new Edge("explain", "engine.index", "a rule is shown the events of some indices only"),
            new Edge("explain", "engine.sequence", "what is pending is found by the event's keys"),
            new Edge("explain", "eql.source", "a part shows its place in the text"),
            new Edge("explain", "eql.value", "whether values are of the type they are compared with"),
            new Edge("explain", "eql.pattern", "whether a value is an address"),
            new Edge("explain", "eql.ast", "it keeps conditions as they were written"),
            new Edge("explain", "eql.parser", "a checked rule has no more of its text than its meaning"),
            new Edge("explain", "eql.function", "which functions can ignore case"),
            new Edge("explain", "eql.analysis", "each part is analyzed by itself"),
            new Edge("explain", "event", "what is explained is an event"),
            // The service
            new Edge("repository", "rule", "what it fetches"),
            new Edge("repository", "rule.format", "a rule whose id is taken says where"),
            new Edge("catalog", "repository", "where the rules come from"),
            new Edge("catalog", "rule", "an entry holds its rule"),
            new Edge("catalog", "rule.format", "a rejected rule shows the place in its file"),
            new Edge("catalog", "eql.source", "a rejected rule shows the place in its query"),
            new Edge("catalog", "event", "rules name the fields that say what an event is"),
            new Edge("catalog", "engine", "an active rule is a compiled rule"),
            new Edge("validation", "repository", "the rules of a body are read as those of a location are"),
            new Edge("validation", "catalog", "it finds the errors, and says what became of each file"),
            new Edge("validation", "rule", "what it looks at, and the problems it finds"),
            new Edge("validation", "rule.format", "a warning has a place in the file"),
            new Edge("validation", "eql.source", "and a stretch of the query"),
            new Edge("validation", "eql.ast", "warnings are about what was written"),
            new Edge("validation", "eql.parser", "the query is read again, for its places"),
            new Edge("validation", "eql.analysis", "what a part of a condition means by itself"),
            new Edge("validation", "eql.function", "a name that is misspelt is near to another"),
            new Edge("validation", "eql.value", "members of a list are the same when their case is ignored"),
            new Edge("validation", "event", "rules name the field that holds the time"),
            new Edge("validation", "engine", "and are defined for the engine"),
            new Edge("validation.truth", "eql.analysis", "what is decided is a condition"),
            new Edge("validation.truth", "eql.pattern", "a pattern may take in a text of another predicate"),
            new Edge("validation.truth", "eql.value", "case is folded"),
            new Edge("exceptions", "eql.analysis", "an operator is a predicate of the language"),
            new Edge("exceptions", "eql.source", "which stands nowhere in particular"),
            new Edge("exceptions", "eql.pattern", "networks are read, and put in order"),
            new Edge("exceptions", "eql.value", "members of a value list are compared as texts"),
            new Edge("exceptions", "eql.ast", "fields and values are shown as EQL"),
            new Edge("exceptions", "eql.parser", "which its printer writes"),
            new Edge("exceptions", "event", "a condition is compiled by itself before the rules are with it"),
            new Edge("exceptions", "engine", "what it makes is exempt there"),
            new Edge("exceptions", "engine.matcher", "a value list is a test of values"),
            new Edge("exceptions", "rule", "exceptions are for rules"),
            new Edge("exceptions", "repository", "where they are kept, and who changed them"),
            new Edge("exceptions", "catalog", "the rules in force are compiled with them"),
            new Edge("attack", "rule", "it compares what rules say of ATT&CK with its table"),
            new Edge("attack", "rule.format", "a warning shows the place in the rule's file"),
            new Edge("attack", "catalog", "what covers a technique are rules with a state"),
            new Edge("attack", "engine", "whether a rule can fire, and whether it did, the engine knows"),
            new Edge("alert", "engine", "an alert is made of a detection"),
            new Edge("alert", "eql.value", "an event's time, as an instant"),
            new Edge("alert", "engine.sequence", "the steps of a sequence are its events"),
            new Edge("alert", "event", "an alert carries its events"),
            new Edge("alert", "rule", "an alert carries its rule's facts"),
            new Edge("validation", "ecs", "fields that the schema has are spelt right"),
            new Edge("format", "alert", "what it writes"),
            new Edge("format", "ecs", "fields that the schema has are written"),
            new Edge("format", "rule", "some formats carry all of a rule"),
            new Edge("format", "event", "alerts are events, too"),
            new Edge("format", "eql.value", "the times of events are read"),
            new Edge("store", "alert", "what it keeps"),
            new Edge("store", "rule", "rules that raised alerts are kept with them"),
            new Edge("store", "eql.value", "times are kept as numbers"),
            new Edge("sink", "alert", "what it sends on"),
            new Edge("sink", "format", "in which form"),
            new Edge("sink", "store", "where alerts, positions and dead letters are"),
            new Edge("sink", "rule", "it sends alerts of some rules and severities only"),
            new Edge("sink", "repository", "what it writes lasts, as files of rules do"),
            new Edge("sink", "eql.pattern", "addresses of some networks are refused"),
            new Edge("alerting", "event", "rules on alerts see them as events"),
            new Edge("alerting", "engine", "it makes alerts of detections"),
            new Edge("alerting", "rule", "alerts are counted by their severity"),
            new Edge("alerting", "catalog", "of the rules in force"),
            new Edge("alerting", "alert", "what it makes"),
            new Edge("alerting", "format", "rules on alerts see them as documents"),
            new Edge("alerting", "store", "where alerts go"),
            new Edge("ingest.body", "event", "a body may be one document, and that be refused"),
            new Edge("ingest.bulk", "ingest.body", "it reads a body line by line"),
            new Edge("ingest.bulk", "event", "an action says what its document does not"),
            new Edge("ingest", "event", "what it makes"),
            new Edge("ingest", "store", "a request is refused when its alerts are not stored"),
            new Edge("ingest", "engine", "where events go"),
            new Edge("ingest", "catalog", "the rules in force say which fields are read"),
            new Edge("ingest", "alert", "what a batch comes back with"),
            new Edge("ingest", "alerting", "what a detection becomes"),
            new Edge("ingest.otlp", "ingest.body", "a request that is none is refused"),
            new Edge("ingest.otlp", "ecs", "attributes that are named like fields of the schema are those"),
            new Edge("ingest.otlp", "event", "what cannot be read is refused as events are"),
            new Edge("ingest.otlp", "eql.pattern", "whether a value is an address"),
            new Edge("access", "repository", "the file of keys lasts, as files of rules do"),
            new Edge("trial", "engine", "it runs in an engine of its own"),
            new Edge("trial", "engine.sequence", "no event is ahead of the clock"),
            new Edge("trial", "event", "an index may be said for all events"),
            new Edge("trial", "eql.source", "queries are checked within limits"),
            new Edge("trial", "rule", "it picks rule files"),
            new Edge("trial", "repository", "which it takes for a load"),
            new Edge("trial", "catalog", "and from the catalog in force"),
            new Edge("trial", "alert", "what it hands on"),
            new Edge("trial", "store", "in memory"),
            new Edge("trial", "ingest", "it takes events as the service does"),
            new Edge("trial", "ingest.body", "it takes bodies"),
            new Edge("trial", "alerting", "detections become alerts here, too"),
            new Edge("cli", "eql.source", "queries are checked within limits"),
            new Edge("cli", "eql.analysis", "a case that fails is told which fields it lacks"),
            new Edge("cli", "event", "an index may be said for all events"),
            new Edge("cli", "engine", "it runs with the engine's usual settings"),
            new Edge("cli", "rule", "it names rules and their problems"),
            new Edge("cli", "repository", "rules come from directories"),
            new Edge("cli", "catalog", "with a state each"),
            new Edge("cli", "alert", "which a scan writes"),
            new Edge("cli", "ingest", "events are bodies here too"),
            new Edge("cli", "ingest.body", "events are bodies here too"),
            new Edge("cli", "format", "alerts are written in the format that is asked for"),
            new Edge("cli", "store", "what became of an alert is told"),
            new Edge("cli", "access", "keys are made beside a service that runs"),
            new Edge("cli", "trial", "where they are tried"),
            new Edge("api.http", "eql.source", "diagnostics are shown"),
            new Edge("api.http", "event", "a request may name the index of its events"),
            new Edge("api.http", "rule", "problems of rules are shown"),
            new Edge("api.http", "rule.format", "with their places"),
            new Edge("api.http", "ingest", "what is wrong with a body is told"),
            new Edge("api.http", "ingest.body", "what is wrong with a body is told"),
            new Edge("api.http", "store", "and why no alert can be stored"),
            new Edge("api.http", "alert", "how alerts are shown is the same everywhere"),
            new Edge("api.http", "catalog", "events are shown to the rules in force"),
            new Edge("api.http", "format", "in the format that is asked for"),
            new Edge("api.http", "access", "who calls is known to every call"),
            new Edge("api.http", "repository", "and noted down in the audit log"),
            new Edge("api.access", "access", "keys are asked for before any call"),
            new Edge("api.access", "api.http", "calls are told who makes them"),
            new Edge("api.keys", "access", "keys are made, listed and revoked"),
            new Edge("api.keys", "api.http", "errors are as everywhere"),
            new Edge("api.rules", "access", "a change is noted with who made it"),
            new Edge("api.alerts", "access", "an alert's history says who changed it"),
            new Edge("api.alerts", "api.http", "errors and formats are as everywhere"),
            new Edge("api.alerts", "alert", "alerts are answered"),
            new Edge("api.alerts", "format", "in several formats"),
            new Edge("api.alerts", "store", "where they are read and judged"),
            new Edge("api.alerts", "rule", "they are looked for by rule and severity"),
            new Edge("api.alerts", "eql.value", "and by time"),
            new Edge("api.rules", "api.http", "errors and pages are as everywhere"),
            new Edge("api.rules", "eql.parser", "a query is shown as it is understood"),
            new Edge("api.rules", "eql.source", "which begins with its text"),
            new Edge("api.rules", "eql.value", "an event's time is shown as an instant"),
            new Edge("api.rules", "event", "pending sequences have events"),
            new Edge("api.rules", "engine", "evidence, costs and pending sequences are shown"),
            new Edge("api.rules", "engine.sequence", "what is pending is shown"),
            new Edge("api.rules", "rule", "rules are shown"),
            new Edge("api.rules", "rule.format", "the file of a rule is shown"),
            new Edge("api.rules", "repository", "who changed what is told"),
            new Edge("api.rules", "catalog", "rules are listed with their state, and changed"),
            new Edge("api.rules", "validation", "a rule is shown with its warnings"),
            new Edge("api.rules", "ingest", "a rule comes in a body"),
            new Edge("api.rules", "ingest.body", "a rule comes in a body"),
            new Edge("api.rules", "exceptions", "a rule is shown with its exceptions"),
            new Edge("api.exceptions", "api.http", "errors and pages are as everywhere"),
            new Edge(
                    "api.exceptions", "api.rules", "who changes something, and on what terms, is read in the same way"),
            new Edge("api.exceptions", "catalog", "exceptions are looked at beside the rules there are"),
            new Edge("api.exceptions", "engine", "hits are shown"),
            new Edge("api.exceptions", "exceptions", "exceptions are listed and changed"),
            new Edge("api.exceptions", "rule", "an import may name rules"),
            new Edge("api.preview", "api.http", "errors are as everywhere"),
            new Edge("api.preview", "api.rules", "what is pending is shown in the same form"),
            new Edge("api.preview", "eql.source", "the language's limits hold here, too"),
            new Edge("api.preview", "event", "an event is explained"),
            new Edge("api.preview", "engine", "a rule is compiled to be explained"),
            new Edge("api.preview", "engine.sequence", "what is pending is explained"),
            new Edge("api.preview", "exceptions", "it is told which keep an event out"),
            new Edge("api.preview", "explain", "verdicts are explained"),
            new Edge("api.preview", "rule", "rules come in requests"),
            new Edge("api.preview", "repository", "a test brings rules along"),
            new Edge("api.preview", "catalog", "loaded rules are tried and explained"),
            new Edge("api.preview", "validation", "rules are validated on request"),
            new Edge("api.preview", "trial", "rules are tried by themselves"),
            new Edge("api.preview", "alert", "a test answers alerts"),
            new Edge("api.preview", "ingest", "a test brings events along"),
            new Edge("api.preview", "alerting", "alerts are listed as everywhere"),
            new Edge("api.preview", "ingest.body", "a test brings events along"),
            new Edge("api.preview", "format", "in the format that is asked for"),
            new Edge("api.preview", "store", "what became of an alert is told"),
            new Edge("api.sinks", "api.http", "errors and pages are as everywhere"),
            new Edge("api.sinks", "sink", "how sinks fare is shown"),
            new Edge("api.sinks", "store", "their dead letters are listed"),
            new Edge("api.elastic", "store", "events are refused while no alert can be stored"),
            new Edge("api.elastic", "ingest.bulk", "one document is an action, too"),
            new Edge("api.elastic", "ingest.body", "a request carries them"),
            new Edge("api.elastic", "ingest", "controllers hand events over"),
            new Edge("api.elastic", "format", "alerts may be in the answer"),
            new Edge("api.elastic", "event", "an index stands in the path"),
            new Edge("api.elastic", "catalog", "events are shown to the rules in force"),
            new Edge("api.elastic", "api.http", "errors and formats are as everywhere"),
            new Edge("api.otlp", "api.http", "errors are as everywhere, and the index of events is read the same way"),
            new Edge("api.otlp", "catalog", "log records are shown to the rules in force"),
            new Edge("api.otlp", "event", "an index may be said for all records"),
            new Edge("api.otlp", "ingest", "what becomes of log records are events"),
            new Edge("api.otlp", "ingest.body", "which come as a body, if there is room"),
            new Edge("api.otlp", "ingest.otlp", "that is made of log records"),
            new Edge("api.otlp", "store", "they are refused while no alert can be stored"),
            new Edge("api", "eql.source", "the language's limits hold for searches"),
            new Edge("api", "event", "a search brings its own events"),
            new Edge("api", "engine", "a search runs in an engine of its own"),
            new Edge("api", "engine.sequence", "a search answers the steps of sequences"),
            new Edge("api", "catalog", "events are shown to the rules in force"),
            new Edge("api", "attack", "coverage is answered"),
            new Edge("api", "alert", "alerts are answered"),
            new Edge("api", "format", "in the format that is asked for"),
            new Edge("api", "store", "events are refused while no alert can be stored"),
            new Edge("api", "ingest", "controllers hand events over"),
            new Edge("api", "ingest.body", "a request carries them"),
            // Where everything is put together: settings in, beans out
            new Edge("config", "eql.source", "the language's limits are settings"),
            new Edge("config", "event", "wires it"),
            new Edge("config", "engine", "wires it"),
            new Edge("config", "engine.sequence", "its limits are settings, its figures are meters"),
            new Edge("config", "rule", "wires it"),
            new Edge("config", "repository", "wires it"),
            new Edge("config", "catalog", "wires it"),
            new Edge("config", "exceptions", "wires it"),
            new Edge("config", "validation", "wires it"),
            new Edge("config", "attack", "wires it"),
            new Edge("config", "alert", "wires it"),
            new Edge("config", "store", "wires it"),
            new Edge("config", "sink", "wires it"),
            new Edge("config", "format", "the format of a sink is a setting"),
            new Edge("config", "ingest", "wires it"),
            new Edge("config", "ingest.bulk", "wires it"),
            new Edge("config", "ingest.body", "wires it"),
            new Edge("config", "alerting", "wires it"),
            new Edge("config", "ingest.otlp", "wires it"),
            new Edge("config", "access", "wires it"),
            new Edge("config", "api", "wires it"),
            new Edge("config", "api.access", "wires it"),
            new Edge("config", "api.alerts", "wires it"),
            new Edge("config", "api.http", "wires it"),
            new Edge("config", "api.elastic", "wires it"),
            new Edge("config", "api.rules", "wires it"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void importsFollowTheTableOfEdges() {
        Set<String> allowed =
                ALLOWED.stream().map(edge -> edge.from() + " -> " + edge.to()).collect(Collectors.toSet());
        Stream<String> forbidden = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(dependency, allowed))
                .map(Dependency::getDescription);
        assertThat(forbidden).as("imports that the table does not allow").isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsExplainedAndNullMarked() {
        Stream<String> unmarked = CLASSES.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(found -> !isNullMarked(found))
                .map(JavaPackage::getName);
        assertThat(unmarked)
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @Test
    void springStaysInTheServiceStorey() {
        noClasses()
                .that(not(resideInAPackage(BASE)
                        .or(resideInAPackage(BASE + ".api.."))
                        .or(resideInAPackage(BASE + ".config.."))
                        .or(resideInAPackage(BASE + ".ingest.."))
                        .or(resideInAPackage(BASE + ".store.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..")
                .check(CLASSES);
    }

    /** Which is what makes them usable as a library. */
    @Test
    void languageAndEngineNeedJavaOnly() {
        classes()
                .that()
                .resideInAnyPackage(BASE + ".problem..", BASE + ".eql..", BASE + ".engine..", BASE + ".explain..")
                .and()
                .resideOutsideOfPackage(BASE + ".eql.pattern..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + "..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void regularExpressionsLiveInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".eql.pattern..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..", "com.google.re2j..")
                .check(CLASSES);
    }

    /** Jackson 2 is on the class path through springdoc: a wrong import compiles, and finds no mapper when it runs. */
    @Test
    void onlyTheThirdJacksonIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    @Test
    void detectionNeverReadsTheWallClock() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".eql..", BASE + ".event..", BASE + ".engine..", BASE + ".explain..")
                .should()
                .callMethodWhere(describe("the wall clock is read", ArchitectureTest::readsTheClock))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Handler|Data|Info)")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrintedOrInjectedIntoFields() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    /** So that all else of the command line can be run with others, by tests. */
    @Test
    void oneClassHoldsTheStandardStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".cli.Streams")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(FileDescriptor.class)
                .orShould()
                .accessField(System.class, "in")
                .check(CLASSES);
    }

    private static boolean isAllowed(Dependency dependency, Set<String> allowed) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return !(to + ".").startsWith(BASE + ".") // not ours
                || (to + ".").startsWith(from + ".") // the same package, or a child
                || to.equals(BASE + ".problem")
                || allowed.contains(shortName(from) + " -> " + shortName(to));
    }

    private static String shortName(String packageName) {
        return packageName.equals(BASE) ? "" : packageName.substring(BASE.length() + 1);
    }

    private static boolean isNullMarked(JavaPackage found) {
        return found.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return owner.startsWith("java.time.")
                ? method.equals("now") || method.startsWith("system")
                : owner.equals("java.lang.System") && method.equals("currentTimeMillis");
    }

    /** One package may import another, because. */
    private record Edge(String from, String to, String reason) {}
}
