using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>Reads options from the app's settings, and says what is wrong with them by the names an operator knows.</summary>
internal static class SettingReader
{
    /// <exception cref="CannotStartException">Settings are missing or wrong; the message names each of them.</exception>
    public static T Read<T>(this IConfiguration settings) where T : class, new()
    {
        var (options, faults) = settings.TryRead<T>();
        return faults.Count == 0 ? options : throw new CannotStartException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>The same without an exception, so that all that is wrong can be told at once.</summary>
    /// <param name="settings">The app's settings.</param>
    /// <param name="inAzure">Whether that is asked too which only Azure asks.</param>
    public static (T Options, IReadOnlyList<string> Faults) TryRead<T>(this IConfiguration settings, bool inAzure = false) where T : class, new()
    {
        var options = new T();
        var section = typeof(T).GetCustomAttribute<SettingsSectionAttribute>()!.Name;
        var source = section.Length == 0 ? settings : settings.GetSection(section);
        var faults = new List<string>();
        foreach (var property in typeof(T).GetProperties().Where(p => p.GetCustomAttribute<SettingAttribute>() is not null))
        {
            var key = SettingList.KeyOf(property);
            var value = key.Length == 0 ? settings[section] : source[key];
            // An empty setting is one that was not set: portals keep the row when its value is taken away.
            if (string.IsNullOrWhiteSpace(value)) continue;
            var converter = TypeDescriptor.GetConverter(property.PropertyType);
            if (converter.IsValid(value.Trim())) property.SetValue(options, converter.ConvertFromInvariantString(value.Trim()));
            else faults.Add($"The setting {SettingList.NameOf(typeof(T), property)} is \"{value}\", which is no {Kind(property.PropertyType)}.");
        }

        // Property by property, then the whole: the validator alone would not ask the whole once a property is wrong, and half of the faults would come to light a start later.
        var found = new List<ValidationResult>();
        foreach (var property in typeof(T).GetProperties())
            Validator.TryValidateProperty(property.GetValue(options), new ValidationContext(options) { MemberName = property.Name }, found);
        if (options is IValidatableObject whole) found.AddRange(whole.Validate(new ValidationContext(options)));
        if (inAzure && options is IAzureOptions deployed) found.AddRange(deployed.ValidateInAzure());
        faults.AddRange(found.Select(f => $"The setting {SettingList.NameOf(typeof(T), typeof(T).GetProperty(f.MemberNames.First())!)} {f.ErrorMessage}"));
        return (options, faults);
    }

    private static string Kind(Type type) => type == typeof(bool) ? "true or false" : type == typeof(int) ? "whole number" : type.Name;
}
