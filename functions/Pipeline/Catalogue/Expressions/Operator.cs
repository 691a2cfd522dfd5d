namespace Pipeline.Catalogue.Expressions;

/// <summary>An operator between two expressions.</summary>
public enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>How operators are written and what kind they are.</summary>
public static class Operators
{
    /// <summary>The sign as the catalogue writes it.</summary>
    public static string Sign(this Operator op) => op switch
    {
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        Operator.Equal => "=",
        Operator.NotEqual => "<>",
        Operator.Less => "<",
        Operator.LessOrEqual => "<=",
        Operator.Greater => ">",
        Operator.GreaterOrEqual => ">=",
        Operator.And => "and",
        _ => "or",
    };

    /// <summary>Whether it compares two amounts.</summary>
    public static bool Compares(this Operator op) => op is >= Operator.Equal and <= Operator.GreaterOrEqual;
}
