package io.eqlair.eql.analysis;

import io.eqlair.eql.ast.Expression;
import io.eqlair.eql.function.Function;
import io.eqlair.eql.function.FunctionLibrary;
import io.eqlair.eql.function.Parameter;
import io.eqlair.eql.pattern.IpNetwork;
import io.eqlair.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the functions that calls mean, and checks their arguments. */
final class CallAnalyzer {

    /** Functions of an older dialect, and the operators that replaced them. */
    private static final Map<String, String> REPLACED =
            Map.of("wildcard", ":", "match", "regex~", "matchlite", "regex~", "arraycontains", "in~");

    private final Diagnostics diagnostics;

    CallAnalyzer(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The function that is called, null after a problem was reported. */
    @Nullable
    Function function(Expression.Call call, List<Operand> arguments) {
        Function function = FunctionLibrary.find(call.name(), call.ignoreCase());
        if (function == null) {
            reportUnknown(call);
            return null;
        }
        return arityFits(function, call) && argumentsFit(function, call, arguments) ? function : null;
    }

    private void reportUnknown(Expression.Call call) {
        String name = diagnostics.text(call.nameSpan());
        String nearest = FunctionLibrary.nearest(call.name());
        if (FunctionLibrary.find(call.name(), false) != null) {
            diagnostics.report(Problem.EQL_FUNCTION_TILDE, call.nameSpan(), call.name());
        } else if (REPLACED.containsKey(call.name().toLowerCase(Locale.ROOT))
                && call.arguments().size() > 1) {
            diagnostics.report(Problem.EQL_FUNCTION_REPLACED, call.nameSpan(), name, replacement(call));
        } else if (nearest != null) {
            diagnostics.report(Problem.EQL_FUNCTION_MISSPELT, call.nameSpan(), name, nearest);
        } else {
            diagnostics.report(Problem.EQL_FUNCTION_UNKNOWN, call.nameSpan(), name, functionNames());
        }
    }

    /** {@code wildcard(name, "a*", "b*")} said with an operator: {@code name : ("a*", "b*")}. */
    private String replacement(Expression.Call call) {
        String operator = REPLACED.getOrDefault(call.name().toLowerCase(Locale.ROOT), "");
        List<Expression> values = call.arguments().subList(1, call.arguments().size());
        String list =
                diagnostics.text(values.getFirst().span().to(values.getLast().span()));
        return diagnostics.text(call.arguments().getFirst()) + " " + operator + " (" + list + ")";
    }

    private static String functionNames() {
        return String.join(
                ", ",
                FunctionLibrary.all().stream()
                        .map(Function::name)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private boolean arityFits(Function function, Expression.Call call) {
        int count = call.arguments().size();
        boolean fits = count >= function.minArguments() && count <= function.maxArguments();
        if (!fits) {
            diagnostics.report(
                    Problem.EQL_ARGUMENT_COUNT,
                    call.span(),
                    function.name(),
                    count == 1 ? "1 argument" : count + " arguments",
                    arity(function),
                    function.signature());
        }
        return fits;
    }

    private static String arity(Function function) {
        int least = function.minArguments();
        int most = function.maxArguments();
        if (most == Integer.MAX_VALUE) {
            return "at least " + least;
        }
        return least == most ? String.valueOf(least) : least + " to " + most;
    }

    private boolean argumentsFit(Function function, Expression.Call call, List<Operand> arguments) {
        boolean fit = true;
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter =
                    function.parameters().get(Math.min(i, function.parameters().size() - 1));
            fit &= argumentFits(function, parameter, call.arguments().get(i), arguments.get(i));
        }
        return fit;
    }

    private boolean argumentFits(Function function, Parameter parameter, Expression expression, Operand argument) {
        if (OperandAnalyzer.isRefused(argument)) {
            return false;
        }
        if (parameter.constant() && !(argument instanceof Operand.Constant)) {
            String text = diagnostics.text(expression);
            diagnostics.report(
                    Problem.EQL_ARGUMENT_CONSTANT, expression.span(), text, parameter.name(), function.signature());
            return false;
        }
        if (!parameter.type().accepts(argument.type())) {
            reportType(function, parameter, expression, argument);
            return false;
        }
        return !isBlock(function, parameter) || blockFits(expression, argument);
    }

    private void reportType(Function function, Parameter parameter, Expression expression, Operand argument) {
        diagnostics.report(
                Problem.EQL_ARGUMENT_TYPE,
                expression.span(),
                diagnostics.text(expression),
                OperandAnalyzer.name(argument.type()),
                OperandAnalyzer.name(parameter.type()),
                function.signature());
    }

    private static boolean isBlock(Function function, Parameter parameter) {
        return function.name().equals(ConditionAnalyzer.CIDR_MATCH) && parameter.constant();
    }

    private boolean blockFits(Expression expression, Operand argument) {
        if (argument instanceof Operand.Constant(String block) && IpNetwork.parse(block) == null) {
            diagnostics.report(Problem.EQL_CIDR, expression.span(), diagnostics.text(expression));
            return false;
        }
        return true;
    }
}
