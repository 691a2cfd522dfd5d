using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Catalogue;

/// <summary>The 模板校验码: tells a template of this layout from any other.</summary>
internal static class TemplateCheck
{
    public static string Code(string templateVersion, IEnumerable<Form> forms)
    {
        var layout = new StringBuilder(templateVersion);
        foreach (var form in forms)
        {
            layout.Append('\n').Append(form.Sheet);
            foreach (var column in form.Columns) layout.Append('|').Append(column.Letter).Append(column.Caption);
            foreach (var item in form.Items) layout.Append('|').Append(item.Row).Append(item.Code);
            foreach (var column in form.Register?.Columns ?? []) layout.Append('|').Append(column.Letter).Append(column.Caption);
            foreach (var field in form.Fields) layout.Append('|').Append(field.Cell).Append(field.Code);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(layout.ToString())))[..16];
    }
}
