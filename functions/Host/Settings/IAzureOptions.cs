using System.ComponentModel.DataAnnotations;

namespace Host.Settings;

/// <summary>Options of which more is asked in Azure than on a developer's machine.</summary>
internal interface IAzureOptions
{
    /// <summary>What is wrong with them there, beside what is wrong with them everywhere.</summary>
    IEnumerable<ValidationResult> ValidateInAzure();
}
