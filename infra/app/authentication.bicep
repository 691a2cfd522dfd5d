// Who calls the app. Always on: it takes the header that names the caller away from what comes in from outside, and the app believes that header.
param app string

@description('Client id of the app registration that holds app-roles.json; empty lets nobody in but the paths below.')
param clientId string

resource site 'Microsoft.Web/sites@2025-03-01' existing = { name: app }

resource authentication 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: {
      requireAuthentication: true
      // Callers are programs with a token; a page to sign in on would answer them 302.
      unauthenticatedClientAction: 'Return401'
      // A constant for whoever watches from outside, and the door for events, which has a key of its own. Then what the platform itself asks of the host: whether it
      // runs after a deployment, which triggers it has, and a run of CloseYear by hand. It does not bring a token of this directory, and the host asks for its master
      // key there.
      excludedPaths: [
        '/api/health/live'
        '/runtime/webhooks/blobs'
        '/admin/host/status'
        '/admin/host/synctriggers'
        '/admin/functions/CloseYear'
      ]
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: !empty(clientId)
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        // Tokens are checked, never fetched, so that there is no client secret.
        validation: { allowedAudiences: ['api://${clientId}', clientId] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}
