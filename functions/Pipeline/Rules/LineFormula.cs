using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Rules;

/// <summary>A condition as clerks read it: <c>3行=4行+6行+7行</c>, <c>S03表9行</c>, <c>7栏=5栏+6栏</c> by caption.</summary>
internal sealed class LineFormula(YearCatalogue catalogue, Condition condition)
{
    /// <summary>The rendering of a condition of the catalogue.</summary>
    public static string Of(YearCatalogue catalogue, Condition condition)
    {
        var formula = new LineFormula(catalogue, condition);
        return $"{formula.Write(condition.Left, 0)}{Sign(condition.Operator)}{formula.Write(condition.Right, 0)}";
    }

    private string Write(Expression expression, int level) => expression switch
    {
        Number n => n.Value.ToString("0.########", CultureInfo.InvariantCulture),
        Literal l => $"“{l.Value}”",
        Reference r => Write(r),
        Negation n => $"−{Write(n.Operand, 3)}",
        Binary b => Write(b, level),
        Call { Name: "sum" } c => $"Σ{Write((Reference)c.Arguments[0])}{string.Concat(c.Arguments.Skip(1).Select(a => $"（{Write(a, 0)}）"))}",
        Call { Name: "last" } c => $"上年[{Write(c.Arguments[0], 0)}]",
        Call { Name: "adjusted" } => "调整单金额",
        Call { Name: "approved" } c => $"批复数[{Write(c.Arguments[0], 0)}]",
        Call { Name: "prefectures" } c => $"各市州合计[{Write(c.Arguments[0], 0)}]",
        Call { Name: "provincial" } c => $"省本级[{Write(c.Arguments[0], 0)}]",
        Call { Name: "consolidated" } c => $"合并[{Write(c.Arguments[0], 0)}]",
        Call { Name: "counted" } c => $"一体化平台[{Write(c.Arguments[0], 0)}]",
        Call { Name: "known" } c => $"已知[{Write(c.Arguments[0], 0)}]",
        Call { Name: "abs" } c => $"|{Write(c.Arguments[0], 0)}|",
        Call c => $"{c.Name}({string.Join("，", c.Arguments.Select(a => Write(a, 0)))})",
        _ => expression.ToString(),
    };

    private string Write(Binary b, int level)
    {
        var own = b.Operator switch { Operator.Multiply or Operator.Divide => 2, Operator.Add or Operator.Subtract => 1, _ => 0 };
        // What stands right of − or ÷ needs brackets even at its own level.
        var text = $"{Write(b.Left, own)}{Sign(b.Operator)}{Write(b.Right, b.Operator is Operator.Subtract or Operator.Divide ? own + 1 : own)}";
        return own < level ? $"({text})" : text;
    }

    private string Write(Reference reference)
    {
        if (catalogue.FindItem(reference.Code) is { } found)
        {
            var form = found.Form.Code == condition.Form ? "" : $"{found.Form.Code}表";
            var column = reference.Column is { } named && (named != condition.Column || SameItem())
                ? found.Form.Columns.First(c => c.Code == named).Caption
                : "";
            return SameItem() && reference.Code == condition.At && column.Length > 0 ? column : $"{form}{found.Item.Line}行{column}";
        }

        var (code, field) = reference.Code.Split('.', 2) is [var c, var f] ? (c, f) : (reference.Code, "");
        var register = catalogue.Forms.FirstOrDefault(x => x.Code == code);
        var caption = register?.Register?.Columns.FirstOrDefault(x => x.Code == field)?.Caption
            ?? register?.Fields.FirstOrDefault(x => x.Code == field)?.Label ?? field;
        return code == condition.Form ? caption : $"{code}表{caption}";
    }

    /// <summary>Whether the condition is about the columns of one row, whose number then says nothing.</summary>
    private bool SameItem() => condition.Left.References().Concat(condition.Right.References()).All(r => r.Code == condition.At);

    /// <summary>A right side as what the left one should be: the amount itself, or the bound with its sign, lest it be taken for the amount.</summary>
    public static string Expected(Operator op, string right) => op == Operator.Equal ? right : $"{Sign(op)} {right}";

    private static string Sign(Operator op) => op switch
    {
        Operator.Multiply => "×",
        Operator.Divide => "÷",
        Operator.Subtract => "−",
        Operator.LessOrEqual => "≤",
        Operator.GreaterOrEqual => "≥",
        Operator.NotEqual => "≠",
        Operator.And => "且",
        Operator.Or => "或",
        _ => op.Sign(),
    };
}
