using Parlot.Fluent;

namespace Pipeline.Catalogue.Expressions;

/// <summary>The catalogue's expression language, after Excel's own habits: <c>=</c> compares, <c>&lt;&gt;</c> differs.</summary>
internal static class ExpressionGrammar
{
    private static readonly Parser<Expression> Grammar = Build();

    public static Expression Parse(string text)
    {
        if (!Grammar.TryParse(text, out var expression, out var error))
            throw new FormatException($"\"{text}\" is not an expression" + (error is null ? "" : $": {error.Message} at {error.Position}"));
        return expression;
    }

    private static Parser<Expression> Build()
    {
        var expression = Deferred<Expression>();

        var number = Terms.Decimal().Then<Expression>(value => new Number(value));
        var literal = Terms.String(StringLiteralQuotes.Double).Then<Expression>(text => new Literal(text.ToString()));
        var name = Terms.Identifier(extraPart: c => c == '.').Then(text => text.ToString());
        var reference = name.And(ZeroOrOne(Literals.Char('@').SkipAnd(Literals.Identifier()).Then(column => column.ToString()!)))
            .Then<Expression>(r => new Reference(r.Item1, r.Item2));
        var call = name.AndSkip(Terms.Char('(')).And(ZeroOrOne(Separated(Terms.Char(','), expression))).AndSkip(Terms.Char(')'))
            .Then<Expression>(c => new Call(c.Item1, c.Item2 ?? []));
        var group = Between(Terms.Char('('), expression, Terms.Char(')'));
        var primary = OneOf(number, literal, group, call, reference);
        var unary = OneOf(Terms.Char('-').SkipAnd(primary).Then<Expression>(operand => new Negation(operand)), primary);

        var product = Chain(unary, (Operator.Multiply, Terms.Text("*")), (Operator.Divide, Terms.Text("/")));
        var sum = Chain(product, (Operator.Add, Terms.Text("+")), (Operator.Subtract, Terms.Text("-")));
        var comparison = Chain(
            sum,
            (Operator.LessOrEqual, Terms.Text("<=")), (Operator.GreaterOrEqual, Terms.Text(">=")), (Operator.NotEqual, Terms.Text("<>")),
            (Operator.Less, Terms.Text("<")), (Operator.Greater, Terms.Text(">")), (Operator.Equal, Terms.Text("=")));
        var conjunction = Chain(comparison, (Operator.And, Terms.Keyword("and")));
        expression.Parser = Chain(conjunction, (Operator.Or, Terms.Keyword("or")));

        return expression.Eof().ElseError("something is left over or missing");
    }

    private static Parser<Expression> Chain(Parser<Expression> operand, params (Operator Operator, Parser<string> Sign)[] signs)
    {
        var sign = OneOf([.. signs.Select(s => s.Sign.Then(_ => s.Operator))]);
        return operand.And(ZeroOrMany(sign.And(operand)))
            .Then(chain => chain.Item2.Aggregate(chain.Item1, (left, next) => new Binary(next.Item1, left, next.Item2)));
    }
}
