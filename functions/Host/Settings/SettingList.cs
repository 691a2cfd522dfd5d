using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>The settings of the app, as its options classes have them.</summary>
internal static class SettingList
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. typeof(SettingList).Assembly.GetTypes().Where(t => t.GetCustomAttribute<SettingsSectionAttribute>() is not null)
            .SelectMany(Of).OrderBy(s => s.Name, StringComparer.Ordinal),
    ];

    /// <summary>The name an operator knows a property by.</summary>
    public static string NameOf(Type options, PropertyInfo property)
    {
        var section = options.GetCustomAttribute<SettingsSectionAttribute>()!.Name;
        var key = KeyOf(property);
        return section.Length == 0 ? key : key.Length == 0 ? section : $"{section}__{key}";
    }

    /// <summary>Its key within the section; empty for the section's own value.</summary>
    public static string KeyOf(PropertyInfo property) => property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;

    private static IEnumerable<Setting> Of(Type options)
    {
        var defaults = Activator.CreateInstance(options)!;
        return from property in options.GetProperties()
               let setting = property.GetCustomAttribute<SettingAttribute>()
               where setting is not null
               select new Setting(NameOf(options, property), setting.Meaning, Written(property.GetValue(defaults)), setting.SetBy);
    }

    /// <summary>As an operator would type it.</summary>
    private static string Written(object? value) => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
