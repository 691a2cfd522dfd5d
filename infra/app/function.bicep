// The Function App on Flex Consumption, .NET 10 isolated.
param name string
param location string
param identityId string
param identityClientId string
param state string
param uploads string
param ledger string
param maximumInstances int

var storage = environment().suffixes.storage

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      // The names that Azure/StorageSettings.cs and the triggers read.
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: state }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
        { name: 'Uploads__blobServiceUri', value: 'https://${uploads}.blob.${storage}' }
        { name: 'Uploads__queueServiceUri', value: 'https://${uploads}.queue.${storage}' }
        { name: 'Uploads__credential', value: 'managedidentity' }
        { name: 'Uploads__clientId', value: identityClientId }
        { name: 'Ledger__blobServiceUri', value: 'https://${ledger}.blob.${storage}' }
        { name: 'Ledger__queueServiceUri', value: 'https://${ledger}.queue.${storage}' }
        { name: 'Ledger__tableServiceUri', value: 'https://${ledger}.table.${storage}' }
        { name: 'Ledger__credential', value: 'managedidentity' }
        { name: 'Ledger__clientId', value: identityClientId }
      ]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${state}.blob.${storage}/packages'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances }
    }
  }
}

output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
