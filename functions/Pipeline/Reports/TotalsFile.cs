using System.Globalization;
using System.Text;
using Pipeline.Consolidation;

namespace Pipeline.Reports;

/// <summary>The province's nodes as a table for other programs.</summary>
public static class TotalsFile
{
    private static readonly string[] Order = [Node.Sum, Node.Difference, Node.Consolidated];

    /// <summary>CSV in UTF-8: <c>node,item_code,column,value</c>, 分 or persons; nodes 7, 1 and 9, in the order of the forms.</summary>
    public static byte[] Write(ReportSubject subject)
    {
        var lines = new StringBuilder("node,item_code,column,value\n");
        foreach (var node in Order.Select(id => subject.Year.Nodes[id]))
        {
            foreach (var form in subject.Catalogue.Forms)
            {
                foreach (var item in form.Items)
                {
                    foreach (var column in form.ValueColumns)
                    {
                        if (!node.Values.TryGetValue((item.Code, column.Code), out var value)) continue;
                        lines.Append(CultureInfo.InvariantCulture, $"{node.Id},{item.Code},{column.Code},{value}\n");
                    }
                }
            }
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
