// The Function App and its storage, in one resource group. Keys are off everywhere: the app reaches storage by its identity alone.
targetScope = 'resourceGroup'

@description('Short name that every resource carries.')
@minLength(2)
@maxLength(8)
param name string

@description('Region; it must offer Flex Consumption.')
param location string = resourceGroup().location

@description('How many instances may work at the same time.')
@minValue(1)
@maxValue(100)
param maximumInstances int = 10

var suffix = uniqueString(resourceGroup().id, name)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app'
  location: location
}

// Three accounts, so that the wide rights the platform wants on its own state open neither uploads nor the ledger.
module state 'app/storage.bicep' = {
  name: 'state'
  params: {
    name: 'st${name}state${take(suffix, 8)}'
    location: location
    containers: ['packages']
  }
}

module uploads 'app/storage.bicep' = {
  name: 'uploads'
  params: {
    name: 'st${name}up${take(suffix, 8)}'
    location: location
    containers: ['returns']
  }
}

module ledger 'app/storage.bicep' = {
  name: 'ledger'
  params: {
    name: 'st${name}led${take(suffix, 8)}'
    location: location
    containers: ['receipts', 'snapshots', 'reports']
    tables: ['facts', 'heads', 'receipts']
    queues: ['consolidate-year', 'emit-report']
  }
}

module access 'app/access.bicep' = {
  name: 'access'
  params: {
    principal: identity.properties.principalId
    state: state.outputs.name
    uploads: uploads.outputs.name
    ledger: ledger.outputs.name
  }
}

module app 'app/function.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${take(suffix, 8)}'
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    state: state.outputs.name
    uploads: uploads.outputs.name
    ledger: ledger.outputs.name
    maximumInstances: maximumInstances
  }
  dependsOn: [access]
}

output functionApp string = app.outputs.name
output address string = app.outputs.address
output uploadsAccount string = uploads.outputs.name
