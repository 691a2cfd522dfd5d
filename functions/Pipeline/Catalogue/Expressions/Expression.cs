namespace Pipeline.Catalogue.Expressions;

/// <summary>A formula of the catalogue: over items of a return (<c>EI.INC.SUB + EI.INC.FROMUPPER</c>), over columns of a row
/// (<c>B0 + BADJ</c>), or a condition (<c>EI.INC.PREM.FLEX &lt;= EI.INC.PREM</c>).</summary>
public abstract record Expression
{
    /// <summary>Parses one expression.</summary>
    /// <exception cref="FormatException">The text is not an expression; the message says where.</exception>
    public static Expression Parse(string text) => ExpressionGrammar.Parse(text);

    /// <summary>Every item or column the expression speaks of, in order, each once.</summary>
    public IEnumerable<Reference> References() => Parts().OfType<Reference>().Distinct();

    /// <summary>This expression and everything below it.</summary>
    public IEnumerable<Expression> Parts() => Children().SelectMany(c => c.Parts()).Prepend(this);

    private IEnumerable<Expression> Children() => this switch
    {
        Negation n => [n.Operand],
        Binary b => [b.Left, b.Right],
        Call c => c.Arguments,
        _ => [],
    };
}

/// <summary>A constant, in workbook units (元, persons).</summary>
public sealed record Number(decimal Value) : Expression
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A text constant, <c>"上解上级"</c>.</summary>
public sealed record Literal(string Value) : Expression
{
    public override string ToString() => $"\"{Value}\"";
}

/// <summary>An item, with its column when one is named: <c>EI.INC.PREM@CUR</c>; or a column of the row in hand: <c>B0</c>.</summary>
public sealed record Reference(string Code, string? Column) : Expression
{
    public override string ToString() => Column is null ? Code : $"{Code}@{Column}";
}

/// <summary><c>-x</c>.</summary>
public sealed record Negation(Expression Operand) : Expression
{
    public override string ToString() => $"-{Operand}";
}

/// <summary>Arithmetic, comparison or <c>and</c>/<c>or</c>.</summary>
public sealed record Binary(Operator Operator, Expression Left, Expression Right) : Expression
{
    public override string ToString() => $"({Left} {Operator.Sign()} {Right})";
}

/// <summary>A named function, <c>abs(x)</c>, <c>sum(S05.AMOUNT, S05.FUND = "EI")</c>.</summary>
public sealed record Call(string Name, IReadOnlyList<Expression> Arguments) : Expression
{
    public override string ToString() => $"{Name}({string.Join(", ", Arguments)})";

    public bool Equals(Call? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Name, Arguments.Count);
}
